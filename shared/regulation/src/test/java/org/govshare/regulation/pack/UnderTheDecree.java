package org.govshare.regulation.pack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.procedure.Act;
import org.govshare.regulation.procedure.Actor;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Verdict;

/** Requests of 2025-08-04, the first Monday of Decree 809, for tests of the texts that count with it. */
final class UnderTheDecree {
    static final Law LAW = Law.builtIn();
    static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();
    static final CaseOrgans ORGANS = new CaseOrgans();
    static final Decider DECIDER = new Decider(LAW, ORGANS, CALENDAR);
    static final Instant OPENED = Instant.parse("2025-08-04T01:00:00Z");
    static final Map<String, String> FORM = Map.of(
            "use-basis",
            "b",
            "scenario",
            "s",
            "scope",
            "c",
            "mode",
            "m",
            "use-until",
            "u",
            "name",
            "n",
            "purpose",
            "p",
            "items",
            "i",
            "need",
            "n");

    private UnderTheDecree() {}

    static EffectiveProcedure procedure(ShareClass shareClass, String region) {
        return LAW.effective(new Matter("share-request", Optional.of(shareClass), region, LocalDate.of(2025, 8, 4)))
                .orElseThrow();
    }

    static Verdict open(ShareClass shareClass, String region, Map<String, String> form, Set<String> roles) {
        return open(DECIDER, shareClass, region, form, roles);
    }

    static Verdict open(
            Decider decider, ShareClass shareClass, String region, Map<String, String> form, Set<String> roles) {
        var matter = new Matter("share-request", Optional.of(shareClass), region, LocalDate.of(2025, 8, 4));
        var opening = new Opening(
                new UUID(0, 1), matter, "housing@" + region, "police@" + region, form, Optional.empty(), roles);
        return decider.open(opening, OPENED);
    }

    static CaseState opened(ShareClass shareClass, String region) {
        return opened(DECIDER, shareClass, region);
    }

    static CaseState opened(Decider decider, ShareClass shareClass, String region) {
        return ((Decision) open(decider, shareClass, region, FORM, Set.of("leader"))).after();
    }

    static CaseState act(CaseState state, String action, String agency, Map<String, String> fields) {
        return act(DECIDER, state, action, agency, fields);
    }

    static CaseState act(Decider decider, CaseState state, String action, String agency, Map<String, String> fields) {
        var actor = new Actor(agency, Set.of("leader"));
        var verdict = decider.act(state, new Act(action, actor, fields), OPENED.plusSeconds(86_400));
        assertTrue(verdict instanceof Decision, verdict::toString);
        return ((Decision) verdict).after();
    }

    static List<Integer> lengths(EffectiveProcedure procedure, String clock) {
        var effective = procedure.clock(clock);
        return List.of(
                effective.period(), effective.extension().map(Extension::upTo).orElse(0));
    }

    static List<String> names(CaseState state) {
        return state.clocks().stream().map(ClockState::rule).toList();
    }
}
