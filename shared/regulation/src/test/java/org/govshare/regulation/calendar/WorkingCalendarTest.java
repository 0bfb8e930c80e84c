package org.govshare.regulation.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.govshare.regulation.RegulationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();

    @ParameterizedTest(name = "received {0}, {1} working days: {2}")
    @CsvSource({
        // National Day 2025: Sunday the 28th is made up, 1 to 8 October are off, Saturday the 11th is made up
        "2025-09-26, 1, 2025-09-28",
        "2025-09-26, 3, 2025-09-30",
        "2025-09-26, 4, 2025-10-09",
        "2025-09-27, 1, 2025-09-28",
        "2025-09-28, 1, 2025-09-29",
        "2025-09-30, 1, 2025-10-09",
        "2025-10-01, 1, 2025-10-09",
        "2025-10-08, 1, 2025-10-09",
        "2025-10-09, 2, 2025-10-11",
        "2025-10-10, 1, 2025-10-11",
        "2025-10-11, 1, 2025-10-13",
        // 29 February
        "2024-02-28, 1, 2024-02-29",
        "2024-02-29, 1, 2024-03-01",
        // 2019: the notice of the year rules days of the December before
        "2018-12-28, 1, 2018-12-29",
        "2018-12-29, 1, 2019-01-02",
    })
    void aroundEveryKindOfDay_theDayOfReceiptIsNotCounted(LocalDate received, int days, LocalDate due) {
        assertEquals(new DueDay(due, false), calendar.due(received, days));
    }

    @ParameterizedTest(name = "received {0}, {1} working days: {2}, provisional {3}")
    @CsvSource({
        "2026-12-25, 1, 2026-12-28, false",
        "2026-12-28, 1, 2026-12-29, true",
        "2026-12-31, 1, 2027-01-04, true",
        "2027-02-04, 1, 2027-02-09, true"
    })
    void beyondTheLastNotice_answersAreProvisional(LocalDate received, int days, LocalDate due, boolean provisional) {
        assertEquals(new DueDay(due, provisional), calendar.due(received, days));
    }

    @Test
    void asKnownInAnEarlierYear_theNextYearIsProvisionalAndItsNoticeMovesTheDueDay() {
        var before = calendar.asKnownIn(2018);
        assertEquals(new DueDay(LocalDate.of(2018, 12, 31), true), before.due(LocalDate.of(2018, 12, 28), 1));
        var after = before.with(HolidayNotice.builtIn(2019));
        assertEquals(new DueDay(LocalDate.of(2018, 12, 29), false), after.due(LocalDate.of(2018, 12, 28), 1));
        assertEquals(Optional.of(LocalDate.of(2018, 12, 29)), before.firstDifference(after));
    }

    @Test
    void inProvisionalTime_thirteenStatutoryDaysAreOff() {
        var days = LocalDate.of(2027, 1, 1)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .map(calendar::day)
                .filter(day -> day.kind() == DayKind.STATUTORY)
                .toList();
        assertEquals(13, days.size());
        assertTrue(days.stream().allMatch(Day::provisional));
        assertEquals(Optional.of("春节"), calendar.day(LocalDate.of(2027, 2, 5)).festival());
    }

    @Test
    void aNoticeThatSkipsAYear_isRefused() {
        var notice = new HolidayNotice(2028, List.of("x"), List.of());
        assertThrows(RegulationException.class, () -> calendar.with(notice));
    }

    @Test
    void anAmendingNotice_replacesTheOneOfItsYear() {
        var day = LocalDate.of(2026, 7, 1);
        var amended = new HolidayNotice(2026, List.of("a", "b"), List.of(new Ruling(day, true, "试")));
        assertFalse(calendar.with(amended).isWorkingDay(day));
        assertEquals(calendar.provisionalFrom(), calendar.with(amended).provisionalFrom());
    }

    @ParameterizedTest
    @CsvSource({"2024-08-31, 6, 2025-02-28", "2023-08-31, 6, 2024-02-29", "2025-04-03, 6, 2025-10-09"})
    void calendarMonths_endOnTheSameDayNumberOrTheMonthsLast_movedToAWorkingDay(
            LocalDate from, int months, LocalDate due) {
        assertEquals(due, calendar.dueAfterMonths(from, months).date());
    }

    @Test
    void aPeriodEndsAtTwentyFourOClockInShanghai() {
        assertEquals(Instant.parse("2025-10-09T16:00:00Z"), calendar.endOf(LocalDate.of(2025, 10, 9)));
        assertEquals(LocalDate.of(2025, 10, 10), calendar.dayOf(Instant.parse("2025-10-09T16:00:00Z")));
    }

    @Test
    void daysOutsideTheTable_areNotGuessed() {
        assertThrows(RegulationException.class, () -> calendar.due(LocalDate.of(2006, 12, 31), 1));
        assertThrows(RegulationException.class, () -> calendar.due(LocalDate.of(2099, 12, 30), 9));
    }

    @Test
    void twoHundredThousandRandomPeriods_agreeWithCountingDayByDay() {
        var oracle = new DayByDayOracle();
        var random = new Random(20221103);
        var first = LocalDate.of(2007, 1, 1);
        for (var i = 0; i < 200_000; i++) {
            var received = first.plusDays(random.nextInt(i % 2 == 0 ? 7305 : 33_000));
            var days = 1 + random.nextInt(30);
            assertEquals(
                    oracle.due(received, days), calendar.due(received, days).date(), () -> received + " " + days);
            var months = 1 + random.nextInt(6);
            assertEquals(
                    oracle.dueAfterMonths(received, months),
                    calendar.dueAfterMonths(received, months).date());
        }
    }
}
