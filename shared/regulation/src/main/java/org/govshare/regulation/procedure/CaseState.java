package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.pack.ProcedureRef;

/**
 * Everything the law needs to know of a case; the caller stores it and hands it back.
 *
 * @param step the step that the case is at
 * @param leg index into the party {@code route} of the authority that holds the case on its way up
 * @param closed a closed case has no running clock, but may still be disputed where the pack says so
 * @param parties credit codes by party name; {@code route} has one for each leg, all others exactly one
 * @param facts the latest value of each field stated, also of those that the law does not ask for, such as the items of
 *     data wanted
 */
public record CaseState(
        UUID id,
        ProcedureRef procedure,
        String step,
        int leg,
        boolean closed,
        Instant openedAt,
        Map<String, List<String>> parties,
        Map<String, String> facts,
        List<ClockState> clocks) {
    public CaseState {
        parties = Map.copyOf(parties);
        facts = Map.copyOf(facts);
        clocks = List.copyOf(clocks);
    }

    /** This case with other clocks. */
    CaseState with(List<ClockState> changed) {
        return new CaseState(id, procedure, step, leg, closed, openedAt, parties, facts, changed);
    }
}
