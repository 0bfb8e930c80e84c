package org.govshare.regulation.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Starts and ends the clocks of a case as it moves. */
final class ClockBook {
    private final EffectiveProcedure procedure;
    private final List<ClockState> clocks;
    private final Instant now;

    ClockBook(EffectiveProcedure procedure, List<ClockState> clocks, Instant now) {
        this.procedure = procedure;
        this.clocks = new ArrayList<>(clocks);
        this.now = now;
    }

    /**
     * The clocks after an action has led to a step; one that runs already is not started again, and one that ends with a
     * date runs only where the action states the date.
     */
    List<ClockState> after(
            String action,
            boolean entered,
            String step,
            boolean closed,
            Map<String, String> obligors,
            Map<String, String> stated) {
        end(ClockEnd.FULFILLED, rule -> rule.fulfilledBy().contains(action));
        for (var clock : procedure.clocks().values()) {
            var rule = clock.rule();
            var starts = rule.startAction().filter(action::equals).isPresent()
                    || (entered && rule.startStep().filter(step::equals).isPresent());
            if (starts && clocks.stream().noneMatch(c -> c.running() && c.rule().equals(rule.name()))) {
                start(rule, obligors.get(rule.obligor()), stated);
            }
        }
        if (closed) {
            end(ClockEnd.LAPSED, rule -> true);
        }
        return clocks;
    }

    private void start(ClockRule rule, String obligor, Map<String, String> stated) {
        var date = rule.until().map(stated::get).map(LocalDate::parse);
        if (rule.until().isPresent() && date.isEmpty()) {
            return;
        }
        var earlier = clocks.stream().filter(c -> c.rule().equals(rule.name())).count();
        clocks.add(ClockState.started(rule.name(), (int) earlier + 1, obligor, now, date));
    }

    private void end(ClockEnd how, Predicate<ClockRule> which) {
        clocks.replaceAll(clock -> {
            var ends =
                    clock.running() && which.test(procedure.clock(clock.rule()).rule());
            return ends ? clock.ended(now, how) : clock;
        });
    }
}
