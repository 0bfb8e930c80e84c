package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.clock.StatedReason;
import org.govshare.regulation.grammar.ReasonRule;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * The action that a clock has whose text makes lateness a breach only without just reason: the obligor states its reason,
 * before or after the period has ended, as often as it wants, until an organ has acted about the breach under that text. It
 * stays possible when the duty was done late or fell away late, for an organ may act about that still. Fields: {@code clock}
 * (may be left out when only one can be meant; of several runs the last is meant) and {@code reason}.
 */
final class Reasons {
    static final String STATE = "state-reason";
    private static final String CLOCK = "clock";
    private static final String REASON = "reason";
    private static final List<String> FIELDS = List.of(CLOCK, REASON);

    private final EffectiveProcedure procedure;
    private final Refusals refusals;
    private final WorkingCalendar calendar;

    Reasons(EffectiveProcedure procedure, WorkingCalendar calendar) {
        this.procedure = procedure;
        this.refusals = new Refusals(procedure);
        this.calendar = calendar;
    }

    /** Whether it is this action, and the procedure has a clock for which a reason may be stated. */
    static boolean of(EffectiveProcedure procedure, String action) {
        return action.equals(STATE)
                && procedure.clocks().values().stream()
                        .anyMatch(clock -> clock.rule().reason().isPresent());
    }

    /** Whether there is a clock, acted about or not, whose obligor has or had something to explain. */
    boolean open(CaseState state) {
        return !explainable(state).isEmpty();
    }

    Verdict act(CaseState state, Act act, Instant now) {
        var known = explainable(state);
        var waiting = known.values().stream().filter(clock -> !isActed(clock)).toList();
        var named = Optional.ofNullable(act.fields().get(CLOCK));
        var meant = named.map(
                        name -> Optional.ofNullable(known.get(name)).stream().toList())
                .orElse(waiting.isEmpty() ? List.copyOf(known.values()) : waiting);
        if (meant.size() != 1) {
            return whichClock(known.keySet().stream().toList(), named.isPresent());
        }
        return state(state, meant.get(0), act, now);
    }

    private Verdict state(CaseState state, ClockState clock, Act act, Instant now) {
        var rule = rule(clock).orElseThrow();
        if (!act.actor().agency().equals(clock.obligor())) {
            var obligor = procedure.clock(clock.rule()).rule().obligor();
            return refusals.notTheActor(List.of(obligor), List.of(clock.obligor()), rule.basis());
        }
        if (rule.role().filter(role -> !act.actor().roles().contains(role)).isPresent()) {
            return refusals.notTheRole(rule.role().get(), rule.basis());
        }
        if (isActed(clock)) {
            return refusals.of(Reason.ORGAN_HAS_ACTED, Optional.empty(), rule.basis(), RefusalMessages.ORGAN_HAS_ACTED);
        }
        var unknown = act.fields().keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .sorted()
                .findFirst();
        if (unknown.isPresent()) {
            return refusals.unknown(unknown.get(), FIELDS, rule.basis());
        }
        var reason = act.fields().get(REASON);
        if (reason == null) {
            return refusals.of(Reason.FIELD_MISSING, Optional.of(REASON), rule.basis(), RefusalMessages.REASON_MISSING);
        }
        var clocks = new ArrayList<>(state.clocks());
        clocks.set(
                clocks.indexOf(clock),
                clock.explained(new StatedReason(act.actor().agency(), reason, now)));
        return new Decision(state.with(clocks), STATE, state.step(), state.step(), List.of("notify"), rule.basis());
    }

    private Refusal whichClock(List<String> names, boolean named) {
        return new Refusal(
                named ? Reason.FIELD_INVALID : Reason.FIELD_MISSING,
                Optional.of(CLOCK),
                Optional.empty(),
                RefusalMessages.whichClock(names));
    }

    /** What can be done now; whether the period of a running clock has ended is not looked at. */
    List<AvailableAction> available(CaseState state) {
        return explainable(state).values().stream()
                .filter(clock -> !isActed(clock))
                .map(clock -> {
                    var rule = rule(clock).orElseThrow();
                    var party = procedure.clock(clock.rule()).rule().obligor();
                    return new AvailableAction(
                            STATE,
                            RefusalMessages.STATE_REASON,
                            party,
                            List.of(clock.obligor()),
                            rule.role(),
                            FIELDS,
                            List.of(),
                            rule.basis());
                })
                .toList();
    }

    /** The last run of each clock with such a rule that runs, or that ended late. */
    private Map<String, ClockState> explainable(CaseState state) {
        var clocks = new LinkedHashMap<String, ClockState>();
        state.clocks().stream()
                .filter(clock -> rule(clock).isPresent() && (clock.running() || endedLate(clock)))
                .forEach(clock -> clocks.merge(
                        clock.rule(), clock, (one, other) -> one.ordinal() > other.ordinal() ? one : other));
        return clocks;
    }

    private boolean endedLate(ClockState clock) {
        return clock.endedAt()
                .filter(new Clocks().due(procedure, clock, calendar)::isLate)
                .isPresent();
    }

    private Optional<ReasonRule> rule(ClockState clock) {
        return procedure.clock(clock.rule()).rule().reason();
    }

    private boolean isActed(ClockState clock) {
        return rule(clock)
                .filter(rule -> clock.actedUnder().contains(rule.basis().pack()))
                .isPresent();
    }
}
