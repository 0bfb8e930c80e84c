package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Step;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * A duty that the text wants done promptly (及时, 立即): it has no day and is never late; what is shown is when it began
 * and when it ended.
 *
 * @param ended when it was done, or when the case was closed without it
 * @param done whether it was done
 */
public record PromptDuty(ClockRule rule, Instant begun, Optional<Instant> ended, boolean done) {

    /**
     * Something that happened in a case.
     *
     * @param from the step that the case was at; empty at its opening
     * @param to the step that it was at then
     */
    public record Move(String action, Instant at, String from, String to) {}

    /** Each run of these duties in a case, in the order in which they began; moves to steps that are not there count for nothing. */
    public static List<PromptDuty> of(EffectiveProcedure procedure, List<Move> moves) {
        var duties = new ArrayList<PromptDuty>();
        for (var move : moves) {
            var step = procedure.procedure().steps().get(move.to());
            if (step != null) {
                duties.replaceAll(duty -> duty.after(move));
                procedure.procedure().prompt().values().stream()
                        .filter(rule -> starts(rule, move, step, duties))
                        .forEach(rule -> duties.add(new PromptDuty(rule, move.at(), Optional.empty(), false)));
                duties.replaceAll(duty -> step.closed() ? duty.endedAt(move.at(), false) : duty);
            }
        }
        return List.copyOf(duties);
    }

    private static boolean starts(ClockRule rule, Move move, Step step, List<PromptDuty> duties) {
        var earlier = duties.stream().filter(duty -> duty.rule().equals(rule)).toList();
        if (earlier.stream().anyMatch(duty -> duty.ended().isEmpty())) {
            return false;
        }
        var entered = !move.from().equals(move.to());
        return rule.startAction().filter(move.action()::equals).isPresent()
                || entered && rule.startStep().filter(move.to()::equals).isPresent()
                || entered
                        && earlier.isEmpty()
                        && rule.startParty().isPresent()
                        && rule.startParty().equals(step.party());
    }

    private PromptDuty after(Move move) {
        return rule.fulfilledBy().contains(move.action()) ? endedAt(move.at(), true) : this;
    }

    private PromptDuty endedAt(Instant at, boolean asDone) {
        return ended.isPresent() ? this : new PromptDuty(rule, begun, Optional.of(at), asDone);
    }
}
