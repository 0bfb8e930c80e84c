package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.PartyStrategy;
import org.govshare.regulation.grammar.Step;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Takes a lawful action: where the case goes, what is kept, which clocks start and end, what else must happen. */
final class Transition {
    private final EffectiveProcedure procedure;
    private final CaseState from;
    private final Action action;
    private final int leg;
    private final BiPredicate<ClockRule, String> owes;
    private final WorkingCalendar calendar;

    /** @param owes whether an agency owes the duty of a clock */
    Transition(
            EffectiveProcedure procedure,
            CaseState from,
            Action action,
            BiPredicate<ClockRule, String> owes,
            WorkingCalendar calendar) {
        this.owes = owes;
        this.calendar = calendar;
        this.procedure = procedure;
        this.from = from;
        this.action = action;
        this.leg = action.climbs() ? from.leg() + 1 : from.leg();
    }

    /** The agencies of a party now: of a row of authorities only the one that holds the case. */
    static List<String> agencies(EffectiveProcedure procedure, CaseState state, String party) {
        var agencies = state.parties().getOrDefault(party, List.of());
        return isRow(procedure, party) ? agencies.subList(state.leg(), state.leg() + 1) : agencies;
    }

    /** The agencies of any of these parties now, without repetition. */
    static List<String> agencies(EffectiveProcedure procedure, CaseState state, List<String> parties) {
        return parties.stream()
                .flatMap(party -> agencies(procedure, state, party).stream())
                .distinct()
                .toList();
    }

    private static boolean isRow(EffectiveProcedure procedure, String party) {
        return procedure.procedure().parties().get(party).strategy() == PartyStrategy.AUTHORITIES_UPWARDS;
    }

    /** The case after it; what was stated must have been found complete. */
    Decision take(Map<String, String> stated, Instant now) {
        var to = target();
        var fields = new Fields(procedure, new Refusals(procedure));
        var facts = new LinkedHashMap<>(from.facts());
        facts.putAll(stated);
        var entered = !to.name().equals(from.step());
        var effects = Stream.concat(action.effects().stream(), fields.effects(action, stated))
                .distinct()
                .toList();
        var move = new ClockBook.Move(action.name(), effects, entered, to, stated);
        var clocks = new ClockBook(procedure, from.clocks(), now, calendar).after(move, obligors(), owes);
        var after = new CaseState(
                from.id(),
                from.procedure(),
                to.name(),
                leg,
                to.closed(),
                from.openedAt(),
                from.parties(),
                facts,
                clocks);
        return new Decision(after, action.name(), from.step(), to.name(), effects, action.basis());
    }

    /** A climb stays at its step until the last authority has the case; then that step is passed over. */
    private Step target() {
        if (action.climbs() && !lastHasIt(action.by().get(0))) {
            return procedure.step(from.step());
        }
        var to = procedure.step(action.to());
        return to.climb()
                .filter(climb -> lastHasIt(climb.by().get(0)))
                .map(climb -> procedure.step(climb.to()))
                .orElse(to);
    }

    private boolean lastHasIt(String row) {
        return leg >= from.parties().get(row).size() - 1;
    }

    private Map<String, String> obligors() {
        var obligors = new LinkedHashMap<String, String>();
        from.parties().forEach((party, agencies) -> {
            var index = isRow(procedure, party) ? Math.min(leg, agencies.size() - 1) : 0;
            if (!agencies.isEmpty()) {
                obligors.put(party, agencies.get(index));
            }
        });
        return obligors;
    }
}
