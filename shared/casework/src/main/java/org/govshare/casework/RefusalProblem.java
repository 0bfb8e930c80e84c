package org.govshare.casework;

import java.util.List;
import java.util.Optional;
import org.govshare.platform.problem.Pointer;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.procedure.Reason;
import org.govshare.regulation.procedure.Refusal;

/** Puts the law's refusal into problem details that name the field and the rule. */
public final class RefusalProblem {

    private RefusalProblem() {}

    /** @param at JSON Pointer of the object whose members the law calls fields */
    public static Problem of(Refusal refusal, String at) {
        List<Violation> violations = refusal
                .field()
                .map(field -> at + "/" + Pointer.token(field))
                .or(() -> member(refusal.reason()))
                .map(pointer -> new Violation(pointer, code(refusal), refusal.message()))
                .stream()
                .toList();
        return new Problem(
                type(refusal),
                refusal.message(),
                violations,
                Optional.of(refusal).flatMap(Refusal::rule));
    }

    /** The member outside the fields that is at fault: every act names its action, and an organ's the clock it is about. */
    private static Optional<String> member(Reason reason) {
        return switch (reason) {
            case UNKNOWN_ACTION, NOT_AT_THIS_STEP, NOT_ASKED, ALREADY_ASKED, ALREADY_DUE, ORGAN_HAS_ACTED ->
                Optional.of("/action");
            case NOT_ON_LIST, NOT_BREACHED -> Optional.of("/clock");
            case NO_LAW,
                    JURISDICTION_CLOSED,
                    NOT_THE_ACTOR,
                    NOT_THE_ROLE,
                    PARTY_UNKNOWN,
                    GRANT_ENDED,
                    FIELD_MISSING,
                    FIELD_INVALID,
                    NOT_EXTENDABLE,
                    EXTENSION_TOO_LONG -> Optional.empty();
        };
    }

    private static ProblemType type(Refusal refusal) {
        return switch (refusal.reason()) {
            case NO_LAW, EXTENSION_TOO_LONG, NOT_EXTENDABLE, NOT_ON_LIST, NOT_BREACHED -> ProblemType.RULE_REFUSED;
            case JURISDICTION_CLOSED -> ProblemType.LAW_UNAVAILABLE;
            case NOT_AT_THIS_STEP, NOT_ASKED, ALREADY_ASKED, ALREADY_DUE, ORGAN_HAS_ACTED, PARTY_UNKNOWN, GRANT_ENDED ->
                ProblemType.CONFLICT;
            case NOT_THE_ACTOR, NOT_THE_ROLE -> ProblemType.FORBIDDEN;
            case UNKNOWN_ACTION, FIELD_MISSING, FIELD_INVALID -> ProblemType.FIELD_INVALID;
        };
    }

    private static String code(Refusal refusal) {
        return refusal.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
