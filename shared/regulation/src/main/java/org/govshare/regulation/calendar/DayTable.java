package org.govshare.regulation.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.RegulationException;

/**
 * Every day from the first to the last known one, with the number of working days up to it and, the inverse, the
 * day of each number: so a due day costs two array reads whatever the period.
 */
final class DayTable {
    static final LocalDate FIRST = LocalDate.of(2007, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
    private static final long FIRST_EPOCH_DAY = FIRST.toEpochDay();
    private static final int SIZE = (int) (LAST.toEpochDay() - FIRST_EPOCH_DAY) + 1;

    private final Map<LocalDate, Day> ruled;
    private final LocalDate provisionalFrom;
    /** For each day, the number of working days from the first day on, that day included. */
    private final int[] count = new int[SIZE];
    /** The nth working day at index n; index 0 is unused. */
    private final LocalDate[] workingDays;

    private DayTable(Map<LocalDate, Day> ruled, LocalDate provisionalFrom) {
        this.ruled = ruled;
        this.provisionalFrom = provisionalFrom;
        var days = new LocalDate[SIZE + 1];
        var number = 0;
        for (var offset = 0; offset < SIZE; offset++) {
            var date = FIRST.plusDays(offset);
            if (day(date).kind().working()) {
                days[++number] = date;
            }
            count[offset] = number;
        }
        workingDays = Arrays.copyOf(days, number + 1);
    }

    static DayTable of(CalendarRules rules, Collection<HolidayNotice> notices, LocalDate provisionalFrom) {
        var ruled = new HashMap<LocalDate, Day>();
        for (var notice : notices) {
            for (var ruling : notice.rulings()) {
                var festival = Optional.of(ruling.festival());
                ruled.put(ruling.date(), new Day(ruling.date(), kind(ruling), festival, notice.addresses(), false));
            }
        }
        for (var year = provisionalFrom.getYear() + 1; year <= LAST.getYear(); year++) {
            for (var festival : rules.festivals()) {
                for (var date : festival.daysOffIn(year)) {
                    var name = Optional.of(festival.name());
                    ruled.put(date, new Day(date, DayKind.STATUTORY, name, List.of(), true));
                }
            }
        }
        return new DayTable(ruled, provisionalFrom);
    }

    /** An amending notice may say of a weekday that it is worked after all (2020-02-03). */
    private static DayKind kind(Ruling ruling) {
        if (ruling.off()) {
            return DayKind.HOLIDAY;
        }
        return isWeekend(ruling.date()) ? DayKind.MAKE_UP_WORKDAY : DayKind.WORKDAY;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    Day day(LocalDate date) {
        offset(date);
        var known = ruled.get(date);
        if (known != null) {
            return known;
        }
        var kind = isWeekend(date) ? DayKind.WEEKEND : DayKind.WORKDAY;
        return new Day(date, kind, Optional.empty(), List.of(), !date.isBefore(provisionalFrom));
    }

    LocalDate workingDayAfter(LocalDate day, int n) {
        return workingDay(count[offset(day)] + n, day);
    }

    LocalDate workingDayBefore(LocalDate day, int n) {
        var offset = offset(day);
        return workingDay((offset == 0 ? 0 : count[offset - 1]) - n + 1, day);
    }

    private LocalDate workingDay(int number, LocalDate near) {
        if (number < 1 || number >= workingDays.length) {
            throw outside(near);
        }
        return workingDays[number];
    }

    Optional<LocalDate> firstDifference(DayTable other) {
        for (var date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
            if (!day(date).equals(other.day(date))) {
                return Optional.of(date);
            }
        }
        return Optional.empty();
    }

    private static int offset(LocalDate date) {
        var offset = date.toEpochDay() - FIRST_EPOCH_DAY;
        if (offset < 0 || offset >= SIZE) {
            throw outside(date);
        }
        return (int) offset;
    }

    private static RegulationException outside(LocalDate date) {
        return new RegulationException("The calendar knows the days from " + FIRST + " to " + LAST + ", not " + date);
    }
}
