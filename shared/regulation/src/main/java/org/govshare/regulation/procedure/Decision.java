package org.govshare.regulation.procedure;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Basis;

/**
 * The command is lawful and this is the case after it.
 *
 * @param fromStep empty when the case was opened by it
 * @param effects names of what else must happen in the same transaction, such as {@code open-grant}
 * @param basis what allows the action
 * @param extended name of the clock that it lengthened
 */
public record Decision(
        CaseState after,
        String action,
        String fromStep,
        String toStep,
        List<String> effects,
        Basis basis,
        Optional<String> extended)
        implements Verdict {
    public Decision {
        effects = List.copyOf(effects);
    }

    /** One that lengthens no clock. */
    Decision(CaseState after, String action, String fromStep, String toStep, List<String> effects, Basis basis) {
        this(after, action, fromStep, toStep, effects, basis, Optional.empty());
    }
}
