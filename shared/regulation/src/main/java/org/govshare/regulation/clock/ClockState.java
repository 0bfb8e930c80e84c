package org.govshare.regulation.clock;

import java.time.Instant;
import java.util.Optional;

/**
 * One statutory period that runs or ran; its due moment is computed from this, never stored as truth.
 *
 * @param rule name of the clock in the procedure
 * @param ordinal 1 for the first run of this rule in the case, 2 for the second, …
 * @param duty name of the duty, by which packs stack
 * @param obligor credit code of the agency that owes the duty
 * @param extension consented so far, in the rule's unit
 */
public record ClockState(
        String rule,
        int ordinal,
        String duty,
        String obligor,
        Instant startedAt,
        int extension,
        Optional<ExtensionAsked> asked,
        Optional<Instant> endedAt,
        Optional<ClockEnd> end) {

    public boolean running() {
        return endedAt.isEmpty();
    }
}
