package org.govshare.platform.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The languages a reader asked for; a header that cannot be read asks for none. */
public final class Languages {
    private static final int LONGEST = 200;

    private Languages() {}

    /** In the order wanted; English when nothing readable was asked for. Never empty. */
    public static List<Locale> wanted(HttpHeaders headers) {
        return wanted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** As {@link #wanted(HttpHeaders)}, of the header's value; null when there is none. */
    static List<Locale> wanted(String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return List.of(Locale.ENGLISH);
        }
        try {
            List<Locale> wanted = LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList();
            return wanted.isEmpty() ? List.of(Locale.ENGLISH) : wanted;
        } catch (RuntimeException e) {
            // Not only IllegalArgumentException: "-" makes parse read past an empty array.
            return List.of(Locale.ENGLISH);
        }
    }
}
