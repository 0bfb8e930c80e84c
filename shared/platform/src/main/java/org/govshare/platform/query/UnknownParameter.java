package org.govshare.platform.query;

import java.util.Locale;
import java.util.Set;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;

/**
 * The message for a query parameter that a resource does not have: it names those that exist, and how to ask for a
 * page.
 */
final class UnknownParameter {
    /** Names that other interfaces use for the cursor or the number of a page, in lower-case letters only. */
    private static final Set<String> CURSORS = Set.of(
            "page",
            "pageno",
            "pagenum",
            "pagenumber",
            "pageindex",
            "pagetoken",
            "current",
            "currentpage",
            "offset",
            "start",
            "skip",
            "cursor",
            "next");
    /** Names that other interfaces use for the length of a page, in lower-case letters only. */
    private static final Set<String> LENGTHS =
            Set.of("pagesize", "size", "perpage", "rows", "count", "max", "maxresults", "top", "pagelimit");

    private UnknownParameter() {}

    /** @param known names of the parameters that the resource declares */
    static Violation of(String name, Set<String> known) {
        return new Violation(name.replace("\0", ""), "unknown", message(name, known));
    }

    private static Text message(String name, Set<String> known) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (CURSORS.contains(letters) && known.contains("after")) {
            return PlatformMessages.UNKNOWN_PARAMETER_USE_AFTER;
        }
        if (LENGTHS.contains(letters) && known.contains("limit")) {
            return PlatformMessages.UNKNOWN_PARAMETER_USE_LIMIT;
        }
        return known.isEmpty() ? PlatformMessages.NO_PARAMETERS : PlatformMessages.unknownParameter(known);
    }
}
