package org.govshare.platform.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A statement with named values, {@code :name}, in the form that the driver takes. Texts in quotes, comments and casts
 * ({@code ::}) stay as they are.
 *
 * @param driver the statement with a question mark for each value
 * @param names the names of the values in the order of the question marks
 */
record SqlText(String driver, List<String> names, Set<String> distinct) {
    /** More than the number of statements in the code. The bound keeps generated texts from filling the memory. */
    private static final int MOST_KEPT = 2_000;

    private static final Map<String, SqlText> KEPT = new ConcurrentHashMap<>();

    /** @throws IllegalArgumentException when the text has a question mark: values must have names */
    static SqlText of(String text) {
        SqlText kept = KEPT.get(text);
        if (kept != null) {
            return kept;
        }
        SqlText parsed = parse(text);
        if (KEPT.size() < MOST_KEPT) {
            KEPT.put(text, parsed);
        }
        return parsed;
    }

    private static SqlText parse(String text) {
        StringBuilder driver = new StringBuilder(text.length());
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = endOfPart(text, at);
            if (isName(text, at)) {
                names.add(text.substring(at + 1, end));
                driver.append('?');
            } else if (text.charAt(at) == '?') {
                throw new IllegalArgumentException("a value without a name in the statement: " + text);
            } else {
                driver.append(text, at, end);
            }
            at = end;
        }
        return new SqlText(driver.toString(), List.copyOf(names), Set.copyOf(names));
    }

    private static int endOfPart(String text, int at) {
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            return after(text, first, at + 1);
        }
        if (text.startsWith("--", at)) {
            return after(text, '\n', at);
        }
        if (text.startsWith("::", at)) {
            return at + 2;
        }
        return isName(text, at) ? endOfName(text, at + 1) : at + 1;
    }

    private static int after(String text, char closing, int from) {
        int end = text.indexOf(closing, from);
        return end < 0 ? text.length() : end + 1;
    }

    private static boolean isName(String text, int at) {
        return text.charAt(at) == ':' && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private static int endOfName(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
