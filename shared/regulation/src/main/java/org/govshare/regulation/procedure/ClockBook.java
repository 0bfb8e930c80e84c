package org.govshare.regulation.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Step;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Starts and ends the clocks of a case as it moves. */
final class ClockBook {
    private final EffectiveProcedure procedure;
    private final List<ClockState> clocks;
    private final Instant now;
    private final WorkingCalendar calendar;

    ClockBook(EffectiveProcedure procedure, List<ClockState> clocks, Instant now, WorkingCalendar calendar) {
        this.procedure = procedure;
        this.clocks = new ArrayList<>(clocks);
        this.now = now;
        this.calendar = calendar;
    }

    /** An action that has led to a step, which it entered or where the case was already. */
    record Move(String action, List<String> effects, boolean entered, Step step, Map<String, String> stated) {}

    /**
     * The clocks after a move; one that runs already is not started again, one that counts from receipt starts with the
     * first only, one that ends with a date runs only where the action states the date, and one that counts from a stated
     * date has started with that day, so that it may be over at once.
     *
     * @param owes whether an agency owes the duty of a clock
     */
    List<ClockState> after(Move move, Map<String, String> obligors, BiPredicate<ClockRule, String> owes) {
        end(ClockEnd.FULFILLED, rule -> rule.fulfilledBy().contains(move.action()) || isDone(rule, move));
        for (var clock : procedure.clocks().values()) {
            var rule = clock.rule();
            var obligor = obligors.get(rule.obligor());
            if (starts(rule, move) && obligor != null && owes.test(rule, obligor)) {
                start(rule, obligor, move.stated());
            }
        }
        end(ClockEnd.FULFILLED, rule -> isDone(rule, move));
        if (move.step().closed()) {
            end(ClockEnd.LAPSED, rule -> true);
        }
        return clocks;
    }

    private static boolean isDone(ClockRule rule, Move move) {
        return rule.fulfillingEffects().stream().anyMatch(move.effects()::contains);
    }

    private boolean starts(ClockRule rule, Move move) {
        if (clocks.stream()
                .anyMatch(c -> c.rule().equals(rule.name())
                        && (c.running() || rule.startParty().isPresent()))) {
            return false;
        }
        return rule.startAction().filter(move.action()::equals).isPresent()
                || statedStart(rule, move.stated()).isPresent()
                || move.entered()
                        && (rule.startStep().filter(move.step().name()::equals).isPresent()
                                || rule.startParty()
                                        .filter(party -> move.step().party().equals(Optional.of(party)))
                                        .isPresent());
    }

    private static Optional<LocalDate> statedStart(ClockRule rule, Map<String, String> stated) {
        return rule.startDate().map(stated::get).flatMap(Fields::date);
    }

    private void start(ClockRule rule, String obligor, Map<String, String> stated) {
        var from = statedStart(rule, stated).map(calendar::startOf).orElse(now);
        var date = rule.lastDay(stated, calendar.dayOf(from));
        if (rule.until().isPresent() && date.isEmpty()) {
            return;
        }
        var earlier = clocks.stream().filter(c -> c.rule().equals(rule.name())).count();
        clocks.add(ClockState.started(rule.name(), rule.duty(), (int) earlier + 1, obligor, from, date));
    }

    private void end(ClockEnd how, Predicate<ClockRule> which) {
        clocks.replaceAll(clock -> {
            var ends =
                    clock.running() && which.test(procedure.clock(clock.rule()).rule());
            return ends ? clock.ended(now, how) : clock;
        });
    }
}
