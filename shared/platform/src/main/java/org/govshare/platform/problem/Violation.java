package org.govshare.platform.problem;

import java.util.Collection;
import org.govshare.platform.PlatformMessages;
import org.govshare.regulation.document.Text;

/** One fault of one part of a request. The pointer is a JSON Pointer (RFC 6901) or the name of a header. */
public record Violation(String pointer, String code, Text message) {

    /** A required member that is missing. */
    public static Violation missing(String pointer) {
        return new Violation(pointer, "missing", PlatformMessages.REQUIRED);
    }

    /** A member that the command does not have. */
    public static Violation unknown(String pointer) {
        return new Violation(pointer, "unknown", PlatformMessages.UNKNOWN_MEMBER);
    }

    /** A member whose value is not one of the possible values. */
    public static Violation noneOf(String pointer, Collection<String> possible) {
        return invalid(pointer, PlatformMessages.oneOf(possible));
    }

    /** A member with an invalid value; the value itself is never repeated. */
    public static Violation invalid(String pointer, Text message) {
        return new Violation(pointer, "invalid", message);
    }
}
