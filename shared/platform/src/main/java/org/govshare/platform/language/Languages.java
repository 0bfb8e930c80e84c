package org.govshare.platform.language;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/**
 * Chooses one of our two languages for a reader (RFC 9110 section 12.5.4, lookup of RFC 4647): the one with the
 * greatest weight. A range with a region or script ({@code zh-Hans-CN}) counts for its language. A range that cannot be
 * parsed is ignored.
 */
public final class Languages {
    private static final int LONGEST = 200;
    private static final double EXCLUDED = -1;

    private Languages() {}

    /** The chosen language; English if both have the same weight. Never empty. */
    public static List<Locale> wanted(HttpHeaders headers) {
        return wanted(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** As {@link #wanted(HttpHeaders)}, for the header's value; null if there is none. */
    public static List<Locale> wanted(String header) {
        if (header == null || header.length() > LONGEST) {
            return List.of(Locale.ENGLISH);
        }
        List<LanguageRange> ranges = ranges(header);
        double chinese = weight(Locale.CHINESE, ranges);
        double english = weight(Locale.ENGLISH, ranges);
        boolean first = chinese == english && chinese > 0 && isNamedFirst(Locale.CHINESE, chinese, ranges);
        return List.of(chinese > english || first ? Locale.CHINESE : Locale.ENGLISH);
    }

    /** Parses each range by itself, in the order of the header, so that an invalid one does not affect the others. */
    private static List<LanguageRange> ranges(String header) {
        List<LanguageRange> ranges = new ArrayList<>();
        for (String one : header.split(",")) {
            try {
                ranges.addAll(LanguageRange.parse(one.strip()));
            } catch (RuntimeException e) {
                // Not only IllegalArgumentException: "-" makes parse read past an empty array.
                continue;
            }
        }
        return ranges;
    }

    /**
     * The best weight of the ranges that name the language, otherwise the asterisk's; 0 for a language that is not
     * named.
     */
    private static double weight(Locale language, List<LanguageRange> ranges) {
        double named = ranges.stream()
                .filter(range -> range.getWeight() > 0 && names(range, language))
                .mapToDouble(LanguageRange::getWeight)
                .max()
                .orElse(0);
        if (named > 0) {
            return named;
        }
        boolean excluded = ranges.stream()
                .anyMatch(range -> range.getWeight() == 0 && range.getRange().equals(language.getLanguage()));
        return excluded ? EXCLUDED : any(ranges);
    }

    private static double any(List<LanguageRange> ranges) {
        return ranges.stream()
                .filter(range -> range.getRange().equals("*"))
                .mapToDouble(LanguageRange::getWeight)
                .max()
                .orElse(0);
    }

    /** If both have the same weight, the one that the header names first. */
    private static boolean isNamedFirst(Locale language, double weight, List<LanguageRange> ranges) {
        return ranges.stream()
                .filter(range -> range.getWeight() == weight)
                .filter(range -> names(range, Locale.CHINESE) || names(range, Locale.ENGLISH))
                .findFirst()
                .filter(range -> names(range, language))
                .isPresent();
    }

    private static boolean names(LanguageRange range, Locale language) {
        return range.getRange().split("-", 2)[0].equals(language.getLanguage());
    }
}
