package org.govshare.regulation.clock;

import java.time.Instant;
import java.util.List;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.grammar.RungAct;

/**
 * One rung of a clock's ladder and when it is reached if the duty is not done before.
 *
 * @param rung name in the ladder, unique within it
 * @param at from this instant on, inclusive
 * @param addressees credit codes, without repetition; empty where the registry knows no such organ
 * @param proposedAct what is proposed, such as {@code order-correction}; empty for a reminder
 */
public record RungMoment(
        String rung, Instant at, RungAct act, List<String> addressees, Basis basis, String proposedAct) {
    public RungMoment {
        addressees = List.copyOf(addressees);
    }
}
