package org.govshare.regulation.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.procedure.Act;
import org.govshare.regulation.procedure.Actor;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Reason;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;
import org.govshare.regulation.reading.SmallPack;
import org.junit.jupiter.api.Test;

/** A period that counts from a day which an action states, be it entered weeks later. */
class StatedDayTest {
    private static final String FIELD = "- { field: purpose, title: { zh: 用途, en: purpose }, article: \"3\" }";
    private static final Instant ENTERED = Instant.parse("2025-03-25T02:00:00Z");

    private final WorkingCalendar calendar = WorkingCalendar.builtIn();
    private final Law law = Law.of(List.of(SmallPack.changed(
            "city-law",
            Map.of(
                    FIELD,
                    FIELD
                            + "\n"
                            + "    - { field: received, kind: past-date, title: { zh: 收到日, en: day received },"
                            + " article: \"3\" }",
                    "starts: { step: reply }",
                    "starts: { date: received }"))));
    private final Decider decider = new Decider(law, new CaseOrgans(), calendar);

    private Verdict open(String received) {
        var matter =
                new Matter("share-request", Optional.of(ShareClass.CONDITIONAL), "130100", LocalDate.of(2025, 3, 25));
        var fields = Map.of("purpose", "x", "received", received);
        return decider.open(new Opening(new UUID(0, 1), matter, "a@130100", "b@130100", fields), ENTERED);
    }

    private CaseState opened(String received) {
        return ((Decision) open(received)).after();
    }

    private DueMoment due(CaseState state) {
        return new Clocks().due(law.procedure(state.procedure()), state.clocks().get(0), calendar);
    }

    @Test
    void whatCameOnTheSecond_countsFromTheThirdAndIsLateWhenEnteredOnTheTwentyFifth() {
        var due = due(opened("2025-03-02"));
        assertEquals(LocalDate.of(2025, 3, 14), due.lastDay(), "ten working days from Monday the 3rd");
        assertTrue(due.isLate(ENTERED));
    }

    @Test
    void statedOnTheDayItself_countsFromTheNextWorkingDay() {
        var due = due(opened("2025-03-25"));
        assertEquals(LocalDate.of(2025, 4, 9), due.lastDay(), "4 April is off");
        assertFalse(due.isLate(ENTERED));
    }

    @Test
    void rungsThatHavePassed_haveTheirOwnMoments() {
        var state = opened("2025-03-02");
        var moments = new Clocks()
                .moments(law.procedure(state.procedure()), state.clocks().get(0), calendar);
        assertEquals(Instant.parse("2025-03-14T16:00:00Z"), moments.get("overdue"));
        assertEquals(Instant.parse("2025-03-11T16:00:00Z"), moments.get("reminder"), "start of the 12th in Shanghai");
    }

    @Test
    void dayToCome_orNoDay_isRefused() {
        for (var day : List.of("2025-03-26", "2015-03-24", "2025-02-30", "yesterday")) {
            var refusal = (Refusal) open(day);
            assertEquals(Reason.FIELD_INVALID, refusal.reason(), day);
            assertEquals(Optional.of("received"), refusal.field());
            assertTrue(refusal.message().en().contains("from 2015-03-25 to 2025-03-25"), refusal.message()::en);
        }
    }

    @Test
    void actionThatStatesNoDay_startsNothing() {
        var done = (Decision) decider.act(
                opened("2025-03-02"), new Act("consent", new Actor("b@130100", Set.of()), Map.of()), ENTERED);
        assertEquals(1, done.after().clocks().size());
        assertEquals(
                Optional.of(ClockEnd.FULFILLED), done.after().clocks().get(0).end());
    }
}
