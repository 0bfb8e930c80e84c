package org.govshare.regulation.calendar;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkingCalendarPropertyTest {
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();

    @Property
    void dueDay_isAWorkingDayAfterReceipt(
            @ForAll @IntRange(max = 30_000) int day, @ForAll @IntRange(min = 1, max = 250) int n) {
        var received = LocalDate.of(2007, 1, 1).plusDays(day);
        var due = calendar.due(received, n);
        assert due.date().isAfter(received);
        assert calendar.isWorkingDay(due.date());
    }

    @Property
    void dueDay_growsWithThePeriodAndWithReceipt(
            @ForAll @IntRange(max = 30_000) int day, @ForAll @IntRange(min = 1, max = 250) int n) {
        var received = LocalDate.of(2007, 1, 1).plusDays(day);
        assert calendar.due(received, n + 1)
                .date()
                .isAfter(calendar.due(received, n).date());
        assert !calendar.due(received.plusDays(1), n)
                .date()
                .isBefore(calendar.due(received, n).date());
    }

    @Property
    void countingOnFromADueDay_isCountingTheSum(
            @ForAll @IntRange(max = 30_000) int day,
            @ForAll @IntRange(min = 1, max = 60) int n,
            @ForAll @IntRange(min = 1, max = 60) int more) {
        var received = LocalDate.of(2007, 1, 1).plusDays(day);
        assert calendar.due(calendar.due(received, n).date(), more).equals(calendar.due(received, n + more));
        assert calendar.workingDayBefore(calendar.due(received, n + more).date(), more)
                .equals(calendar.due(received, n).date());
    }
}
