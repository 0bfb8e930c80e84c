package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Basis;

/**
 * A rung of the ladder that a clock climbs while its duty is not done.
 *
 * @param offset in working days: negative is the start of that many working days before the last day, 0 is the due
 *     moment, positive is the end of that many working days after it
 * @param to names of parties or of {@link Addressee}
 * @param proposedAct name of the act that it proposes; empty for a reminder
 * @param basis absent where the clock's own article is all there is
 */
public record Rung(String name, int offset, RungAct act, List<String> to, String proposedAct, Optional<Basis> basis) {
    public Rung {
        to = List.copyOf(to);
    }

    /** The same under another name. */
    public Rung called(String other) {
        return new Rung(other, offset, act, to, proposedAct, basis);
    }
}
