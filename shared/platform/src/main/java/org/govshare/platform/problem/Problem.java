package org.govshare.platform.problem;

import java.util.List;
import java.util.Optional;
import org.govshare.platform.PlatformMessages;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.procedure.RuleRef;

/**
 * Why something was refused, in both languages: problem details (RFC 9457), before they are written in one reader's
 * language.
 */
public record Problem(ProblemType type, Text detail, List<Violation> violations, Optional<RuleRef> rule) {

    public Problem {
        violations = List.copyOf(violations);
    }

    public static Problem of(ProblemType type, Text detail) {
        return new Problem(type, detail, List.of(), Optional.empty());
    }

    /** Fields that are missing or wrong. */
    public static Problem fields(List<Violation> violations) {
        Text detail = PlatformMessages.CORRECT_THE_FIELDS;
        return new Problem(ProblemType.FIELD_INVALID, detail, violations, Optional.empty());
    }

    public static Problem field(Violation violation) {
        return fields(List.of(violation));
    }

    /** The common answer for what does not exist and for what the caller may not see. */
    public static Problem notFound() {
        return of(ProblemType.NOT_FOUND, PlatformMessages.NOT_FOUND);
    }

    /** The answer for a status that a framework chose. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> notFound();
            case 405 -> of(ProblemType.METHOD_NOT_ALLOWED, PlatformMessages.METHOD_NOT_ALLOWED);
            case 406 -> ofHeader(ProblemType.NOT_ACCEPTABLE, "Accept", PlatformMessages.FORMAT_NOT_AVAILABLE);
            case 413 -> of(ProblemType.TOO_LARGE, PlatformMessages.BODY_TOO_LARGE);
            case 415 -> ofHeader(ProblemType.UNSUPPORTED_TYPE, "Content-Type", PlatformMessages.SEND_JSON);
            default -> of(ProblemType.of(status), PlatformMessages.NOT_HANDLED);
        };
    }

    private static Problem ofHeader(ProblemType type, String header, Text detail) {
        Violation violation = Violation.invalid(header, PlatformMessages.NOT_SUPPORTED);
        return new Problem(type, detail, List.of(violation), Optional.empty());
    }

    /**
     * The same problem in a part of the request: the part's pointer is put before its JSON Pointers; other names stay.
     */
    public Problem below(String part) {
        List<Violation> placed = violations.stream()
                .map(one -> one.pointer().isEmpty() || one.pointer().startsWith("/")
                        ? new Violation(part + one.pointer(), one.code(), one.message())
                        : one)
                .toList();
        return new Problem(type, detail, placed, rule);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
