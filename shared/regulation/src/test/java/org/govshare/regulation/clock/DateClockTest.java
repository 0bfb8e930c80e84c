package org.govshare.regulation.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.explanation.DueQuestion;
import org.govshare.regulation.explanation.Explanation;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.api.Test;

/** A clock that ends with the date an order sets. */
class DateClockTest {
    private static final Instant START = Instant.parse("2026-12-20T02:00:00Z");
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();
    private final Law law = Law.builtIn();

    private static ClockState until(String date) {
        return ClockState.started("correct", 1, "police@130000", START, Optional.of(LocalDate.parse(date)));
    }

    @Test
    void dayOff_doesNotMoveIt() {
        var due = new Clocks().due(law.alone("hebei-2022", "correction"), until("2026-12-26"), calendar);
        assertEquals(LocalDate.parse("2026-12-26"), due.lastDay());
        assertEquals(Instant.parse("2026-12-26T16:00:00Z"), due.due());
    }

    @Test
    void dateBeyondTheLastNotice_isNotProvisional() {
        var due = new Clocks().due(law.alone("hebei-2022", "correction"), until("2027-01-02"), calendar);
        assertFalse(due.provisional());
        assertEquals(LocalDate.parse("2027-01-02"), due.lastDay());
    }

    @Test
    void recount_findsNothingToMove() {
        var procedure = law.alone("shenyang-2016", "correction");
        var older = calendar.asKnownIn(2025);
        assertEquals(Optional.empty(), Recount.of(procedure, until("2026-02-17"), older, calendar));
    }

    @Test
    void explanation_namesTheDateInBothLanguages() {
        var explanation = Explanation.of(law.alone("hebei-2022", "correction"), until("2026-12-26"), calendar);
        var zh = explanation.text(Locale.CHINESE);
        var en = explanation.text(Locale.ENGLISH);
        assertTrue(zh.contains("期限由命令指定，至2026-12-26止，遇休息日不顺延：《河北省政务数据共享应用管理办法》第30条"), zh);
        assertTrue(en.contains("the act sets the date, 2026-12-26, not moved when it is a day off"), en);
        assertEquals(2, explanation.days().size());
    }

    @Test
    void askedForWithoutAnOrder_itSaysThatTheActSetsIt() {
        var question = new DueQuestion(law, calendar);
        assertThrows(RegulationException.class, () -> question.clock("hebei-2022", "correction", "correct", START));
    }
}
