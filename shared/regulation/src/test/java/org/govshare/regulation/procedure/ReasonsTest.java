package org.govshare.regulation.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.StatedReason;
import org.govshare.regulation.explanation.PackTable;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.junit.jupiter.api.Test;

/** The obligor's stated reason: lateness is a breach only without just reason (Decree 809 art. 39 (4)). */
class ReasonsTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.builtIn();
    private static final Decider DECIDER = new Decider(Law.builtIn(), new CaseOrgans(), CALENDAR);
    private static final Map<String, String> FORM =
            Map.of("use-basis", "b", "scenario", "s", "scope", "c", "mode", "m", "use-until", "u");
    private static final String POLICE = "police@430100";
    /** Between provinces; the reply is due on 18 August. */
    private static final Instant OPENED = Instant.parse("2025-08-04T01:00:00Z");

    private static final Instant LATE = Instant.parse("2025-08-19T01:00:00Z");

    private static CaseState opened(String requester, LocalDate on, Instant at) {
        var matter = new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "130100", on);
        var opening = new Opening(new UUID(0, 1), matter, requester, POLICE, FORM, Optional.empty(), Set.of("leader"));
        return after(DECIDER.open(opening, at));
    }

    private static CaseState opened() {
        return opened("housing@130100", LocalDate.of(2025, 8, 4), OPENED);
    }

    private static CaseState after(Verdict verdict) {
        assertTrue(verdict instanceof Decision, verdict::toString);
        return ((Decision) verdict).after();
    }

    private static Verdict state(CaseState state, String agency, Instant at, Map<String, String> fields) {
        return DECIDER.act(state, new Act("state-reason", new Actor(agency, Set.of("leader")), fields), at);
    }

    private static CaseState act(CaseState state, String action, Instant at) {
        return after(DECIDER.act(state, new Act(action, new Actor(POLICE, Set.of("leader")), Map.of()), at));
    }

    private static Reason refused(Verdict verdict) {
        assertTrue(verdict instanceof Refusal, verdict::toString);
        return ((Refusal) verdict).reason();
    }

    private static boolean isAvailable(CaseState state) {
        return DECIDER.available(state).stream()
                .anyMatch(action -> action.action().equals("state-reason"));
    }

    @Test
    void statedBeforeAndAfterThePeriodEnds_bothStayOnRecordAndTheLastCounts() {
        var early = state(opened(), POLICE, OPENED.plusSeconds(60), Map.of("reason", "系统故障"));
        assertEquals("39 (4)", ((Decision) early).basis().article());
        assertEquals(List.of("notify"), ((Decision) early).effects());
        var late = after(state(after(early), POLICE, LATE, Map.of("clock", "reply", "reason", "机房断电")));
        assertEquals(
                List.of(
                        new StatedReason(POLICE, "系统故障", OPENED.plusSeconds(60)),
                        new StatedReason(POLICE, "机房断电", LATE)),
                late.clocks().get(0).reasons());
        assertTrue(late.clocks().get(0).running(), "a reason fulfils nothing");
        assertEquals("reply", late.step());
    }

    @Test
    void onlyTheObligorStatesIt_andItMustSaySomething() {
        assertEquals(Reason.NOT_THE_ACTOR, refused(state(opened(), "housing@130100", LATE, Map.of("reason", "x"))));
        assertEquals(Reason.NOT_THE_ACTOR, refused(state(opened(), "authority@430100", LATE, Map.of("reason", "x"))));
        var silent = (Refusal) state(opened(), POLICE, LATE, Map.of("reason", "\u200B"));
        assertEquals(Reason.FIELD_MISSING, silent.reason());
        assertEquals(Optional.of("reason"), silent.field());
        assertEquals("39 (4)", silent.rule().orElseThrow().article());
        var more = (Refusal) state(opened(), POLICE, LATE, Map.of("reason", "x", "grounds", "y"));
        assertEquals(Optional.of("grounds"), more.field());
        var other = (Refusal) state(opened(), POLICE, LATE, Map.of("reason", "x", "clock", "nap"));
        assertEquals(Optional.of("clock"), other.field());
        assertTrue(other.message().en().contains("one of: reply"), other.message()::en);
    }

    @Test
    void aDutyDoneLate_canBeExplainedStill_oneDoneInTimeNeedsNoReason() {
        var late = act(opened(), "consent", LATE);
        assertEquals(Optional.of("clock"), ((Refusal) state(late, POLICE, LATE, Map.of("reason", "x"))).field());
        var explained = after(state(late, POLICE, LATE, Map.of("reason", "x", "clock", "reply")));
        assertEquals(1, explained.clocks().get(0).reasons().size());
        var done = act(act(opened(), "consent", OPENED.plusSeconds(60)), "deliver", OPENED.plusSeconds(120));
        assertFalse(isAvailable(done));
        assertEquals(Reason.NOT_AT_THIS_STEP, refused(state(done, POLICE, LATE, Map.of("reason", "x"))));
    }

    @Test
    void aCaseThatWasClosedLate_letsTheReasonBeStatedUntilAnOrganActs() {
        var refused = after(DECIDER.act(
                opened(), new Act("refuse", new Actor(POLICE, Set.of("leader")), Map.of("reason", "r")), LATE));
        assertTrue(refused.closed() && isAvailable(refused));
        assertEquals(
                1,
                after(state(refused, POLICE, LATE, Map.of("reason", "x")))
                        .clocks()
                        .get(0)
                        .reasons()
                        .size());
    }

    @Test
    void onceAnOrganHasActedUnderTheText_noReasonCanBeStated_anotherTextsActEndsNothing() {
        var other = acted("hunan-2021");
        assertTrue(isAvailable(other));
        assertEquals(
                1,
                after(state(other, POLICE, LATE, Map.of("reason", "x")))
                        .clocks()
                        .get(0)
                        .reasons()
                        .size());
        var ordered = acted("decree-809-2025");
        assertFalse(isAvailable(ordered));
        assertEquals(Reason.ORGAN_HAS_ACTED, refused(state(ordered, POLICE, LATE, Map.of("reason", "x"))));
        assertEquals(
                Reason.ORGAN_HAS_ACTED, refused(state(ordered, POLICE, LATE, Map.of("reason", "x", "clock", "reply"))));
    }

    private static CaseState acted(String pack) {
        var state = opened();
        List<ClockState> clocks = state.clocks().stream()
                .map(clock -> clock.actedUnder(Set.of(pack)))
                .toList();
        return state.with(clocks);
    }

    @Test
    void aTextThatKnowsNoReason_hasNoSuchAction() {
        var eve = Instant.parse("2025-07-31T01:00:00Z");
        var matter =
                new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "430100", LocalDate.of(2025, 7, 31));
        var opening =
                new Opening(new UUID(0, 1), matter, "housing@430100", POLICE, Map.of("name", "n", "purpose", "p"));
        var state = after(DECIDER.open(opening, eve));
        assertFalse(isAvailable(state));
        assertEquals(Reason.UNKNOWN_ACTION, refused(state(state, POLICE, eve, Map.of("reason", "x"))));
    }

    @Test
    void underALocalText_theClockThatBothShareTakesTheReasonOfTheDecree() {
        var state = opened("housing@430100", LocalDate.of(2025, 8, 4), OPENED, Map.of("name", "n", "purpose", "p"));
        assertEquals("hunan-2021", state.procedure().packs().get(0).id());
        var explained = state(state, POLICE, LATE, Map.of("reason", "x"));
        assertEquals("decree-809-2025", ((Decision) explained).basis().pack());
    }

    private static CaseState opened(String requester, LocalDate on, Instant at, Map<String, String> more) {
        var form = new HashMap<>(FORM);
        form.putAll(more);
        var matter = new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "430100", on);
        return after(DECIDER.open(
                new Opening(new UUID(0, 1), matter, requester, POLICE, form, Optional.empty(), Set.of("leader")), at));
    }

    @Test
    void theTableOfThePack_saysIt() {
        var decree = Law.builtIn().pack("decree-809-2025");
        assertTrue(PackTable.of(decree, Locale.ENGLISH).contains("which the obligor may state  [art. 39 (4)"));
        assertTrue(PackTable.of(decree, Locale.CHINESE).contains("义务部门可以说明理由  [第39条第4项"));
    }
}
