package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.regulation.calendar.DayByDayOracle;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.organ.BodyKind;
import org.govshare.regulation.procedure.Act;
import org.govshare.regulation.procedure.Actor;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;

/** Takes a request as far as whoever owes the reply, and compares when it is due with what the oracle says. */
final class Walk {
    private static final Map<String, String> FORM = Stream.of(
                    "use-basis", "scenario", "scope", "mode", "use-until", "name", "purpose", "items", "need")
            .collect(Collectors.toMap(name -> name, name -> "x"));
    /** What is taken on the way: up through authorities at once, to the provider or with the written form later. */
    private static final List<String> LATER = List.of("forward", "ask-opinion", "receive-form");

    private final Law law;
    private final WorkingCalendar calendar;
    private final DayByDayOracle days;
    private final Decider decider;

    Walk(Law law, WorkingCalendar calendar, DayByDayOracle days) {
        this.law = law;
        this.calendar = calendar;
        this.days = days;
        this.decider = new Decider(law, new Registry(), calendar);
    }

    /** The made-up registry of worked cases, with bodies that a law authorises. */
    private static final class Registry extends CaseOrgans {
        @Override
        public Optional<BodyKind> bodyKindOf(String agency) {
            return agency.startsWith("authorised") ? Optional.of(BodyKind.AUTHORISED_BODY) : super.bodyKindOf(agency);
        }
    }

    private static String agency(WhoOracle.Agency agency, String name) {
        var body = WhoOracleTest.body(agency);
        var named = switch (body.kind()) {
            case GOVERNMENT_DEPARTMENT -> name;
            case AUTHORISED_BODY -> "authorised-" + name;
            case STATIONED_AGENCY -> "tax-" + name;
            case OTHER_STATE_ORGAN -> "court-" + name;
            case PUBLIC_SERVICE_OPERATOR -> "water-" + name;
        };
        return named + "@" + body.region();
    }

    /** @param gap days between the request and its being forwarded, or the written form */
    void check(
            WhoOracle oracle,
            List<String> texts,
            WhoOracle.Agency asks,
            WhoOracle.Agency gives,
            Matter matter,
            Instant start,
            int gap) {
        var opening = new Opening(
                new UUID(0, 1),
                matter,
                agency(asks, "housing"),
                agency(gives, "police"),
                FORM,
                Optional.empty(),
                Set.of("leader"));
        var state = ((Decision) decider.open(opening, start)).after();
        state = climbed(state, start);
        var later = start.plus(Duration.ofDays(gap));
        var onTheWay = action(state, LATER);
        state = onTheWay.isPresent() ? taken(state, LATER, later) : state;
        var both = !state.procedure().packs().get(0).obligorOnly();
        var conditional = matter.shareClass().equals(Optional.of(ShareClass.CONDITIONAL));
        var byAuthority = WhoOracleTest.BY_AUTHORITY.contains(texts.get(0));
        var day = calendar.dayOf(start);
        var moved = calendar.dayOf(later);
        var expected = both
                ? oracle.earliest(texts, conditional, byAuthority && conditional ? moved : day, moved, days::due)
                : Optional.<LocalDate>empty();
        assertEquals(
                state.closed() ? Optional.empty() : expected,
                earliest(state, byAuthority && !conditional ? "deliver" : "reply"),
                () -> texts + " " + asks + " " + gives + " " + start + " " + gap);
    }

    private CaseState climbed(CaseState from, Instant at) {
        var state = from;
        while (action(state, List.of("forward-up")).isPresent()) {
            state = taken(state, List.of("forward-up"), at);
        }
        return state;
    }

    private CaseState taken(CaseState state, List<String> names, Instant at) {
        var name = decider.available(state).stream()
                .map(action -> action.action())
                .filter(names::contains)
                .findFirst()
                .orElseThrow();
        var verdict = decider.act(state, new Act(name, action(state, names).orElseThrow(), Map.of()), at);
        assertTrue(verdict instanceof Decision, verdict::toString);
        return ((Decision) verdict).after();
    }

    /** Who may take one of these actions now. */
    private Optional<Actor> action(CaseState state, List<String> names) {
        return decider.available(state).stream()
                .filter(action -> names.contains(action.action()))
                .findFirst()
                .map(action -> new Actor(action.agencies().get(0), Set.of("leader", "clerk")));
    }

    private Optional<LocalDate> earliest(CaseState state, String duty) {
        var procedure = law.procedure(state.procedure());
        return state.clocks().stream()
                .filter(clock -> clock.running() && clock.duty().equals(duty))
                .map(clock -> new Clocks().due(procedure, clock, calendar).lastDay())
                .min(LocalDate::compareTo);
    }
}
