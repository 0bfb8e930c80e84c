package org.govshare.platform.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The languages a reader asked for; a header that cannot be read asks for none. */
public final class Languages {

    private Languages() {}

    /** In the order wanted; English when nothing readable was asked for. Never empty. */
    public static List<Locale> wanted(HttpHeaders headers) {
        try {
            List<Locale> wanted = headers.getAcceptableLanguages();
            return wanted.isEmpty() ? List.of(Locale.ENGLISH) : wanted;
        } catch (RuntimeException e) {
            // Quality values out of range and the like: the library has a kind of exception for each.
            return List.of(Locale.ENGLISH);
        }
    }
}
