package org.govshare.platform.problem;

import java.util.Collection;
import org.govshare.platform.PlatformMessages;
import org.govshare.regulation.document.Text;

/** One thing wrong with one part of a request. The pointer is a JSON Pointer (RFC 6901) or the name of a header. */
public record Violation(String pointer, String code, Text message) {

    /** A required member that is not there. */
    public static Violation missing(String pointer) {
        return new Violation(pointer, "missing", PlatformMessages.REQUIRED);
    }

    /** A member that the command does not know. */
    public static Violation unknown(String pointer) {
        return new Violation(pointer, "unknown", PlatformMessages.UNKNOWN_MEMBER);
    }

    /** A member whose value is none of those that are possible. */
    public static Violation noneOf(String pointer, Collection<String> possible) {
        return invalid(pointer, PlatformMessages.oneOf(possible));
    }

    /** A member whose value is not what it must be; the value itself is never repeated. */
    public static Violation invalid(String pointer, Text message) {
        return new Violation(pointer, "invalid", message);
    }
}
