package org.govshare.regulation.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.calendar.HolidayNotice;
import org.govshare.regulation.calendar.Ruling;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.api.Test;

class RecountTest {
    private final EffectiveProcedure procedure = Law.builtIn().alone("hebei-2022", "share-request-conditional");
    private final WorkingCalendar older = WorkingCalendar.builtIn();
    /** Made up: 31 December is off for New Year too. */
    private final WorkingCalendar newer = older.with(new HolidayNotice(
            2027,
            List.of("https://example.org"),
            List.of(
                    new Ruling(LocalDate.of(2026, 12, 31), true, "元旦"),
                    new Ruling(LocalDate.of(2027, 1, 1), true, "元旦"))));

    private static ClockState reply(String start) {
        return ClockState.started("reply", "p@130100", Instant.parse(start));
    }

    @Test
    void aClockBeforeTheHorizon_staysAsItIs() {
        assertEquals(LocalDate.of(2026, 12, 29), older.firstDifference(newer).orElseThrow());
        assertEquals(Optional.empty(), Recount.of(procedure, reply("2026-12-21T02:00:00Z"), older, newer));
    }

    @Test
    void aClockWhoseDaysTheNoticeTouches_moves() {
        var recount = Recount.of(procedure, reply("2026-12-28T02:00:00Z"), older, newer)
                .orElseThrow();
        assertTrue(recount.moved()
                && recount.before().provisional()
                && !recount.after().provisional());
        assertEquals(LocalDate.of(2027, 1, 5), recount.before().lastDay());
        assertEquals(LocalDate.of(2027, 1, 6), recount.after().lastDay());
    }

    @Test
    void aClockWhoseLastDayStays_becomesCertain() {
        var recount = Recount.of(procedure, reply("2026-12-23T02:00:00Z"), older, newer)
                .orElseThrow();
        assertFalse(recount.moved());
        assertEquals(LocalDate.of(2026, 12, 30), recount.after().lastDay());
    }

    @Test
    void doneLateByTheOldCountAndInTimeByTheNew_theBreachIsUndone() {
        var done = reply("2026-12-28T02:00:00Z").ended(Instant.parse("2027-01-06T02:00:00Z"), ClockEnd.FULFILLED);
        assertTrue(Recount.of(procedure, done, older, newer).orElseThrow().undoesBreach());
        var later = reply("2026-12-28T02:00:00Z").ended(Instant.parse("2027-01-06T16:00:00Z"), ClockEnd.FULFILLED);
        assertFalse(Recount.of(procedure, later, older, newer).orElseThrow().undoesBreach());
    }
}
