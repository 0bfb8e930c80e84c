package org.govshare.regulation.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.govshare.regulation.RegulationException;

/**
 * The working days of China by the State Council's notices; immutable. Knows the days from 2007 to 2099; another
 * one throws {@link RegulationException}. Days that no notice rules yet are provisional: weekends and the statutory
 * festival days are off and nothing is made up.
 */
public final class WorkingCalendar {
    private final CalendarRules rules;
    private final SortedMap<Integer, HolidayNotice> notices;
    private final LocalDate provisionalFrom;
    private final DayTable table;
    /** The zone, or its offset where that no longer changes: much faster. */
    private final ZoneId clockZone;

    private WorkingCalendar(CalendarRules rules, SortedMap<Integer, HolidayNotice> notices) {
        this.rules = rules;
        this.notices = notices;
        this.provisionalFrom = rules.provisionalFrom().atYear(notices.lastKey());
        this.table = DayTable.of(rules, notices.values(), provisionalFrom);
        var first = DayTable.FIRST.atStartOfDay(rules.zone()).toInstant();
        var zoneRules = rules.zone().getRules();
        this.clockZone = zoneRules.nextTransition(first) == null ? zoneRules.getOffset(first) : rules.zone();
    }

    /** With all notices inside the jar. */
    public static WorkingCalendar builtIn() {
        return Holder.BUILT_IN;
    }

    /** The notices known, in ascending order of their years. */
    public List<HolidayNotice> notices() {
        return List.copyOf(notices.values());
    }

    /**
     * This calendar with one more notice; one for the same year is replaced, as an amending one does.
     *
     * @throws RegulationException when the notice of a year between is not known
     */
    public WorkingCalendar with(HolidayNotice notice) {
        if (notice.year() > notices.lastKey() + 1 || notice.year() < notices.firstKey()) {
            throw new RegulationException(
                    "The notice for " + (notices.lastKey() + 1) + " must come before that for " + notice.year());
        }
        var more = new TreeMap<>(notices);
        more.put(notice.year(), notice);
        return new WorkingCalendar(rules, more);
    }

    /** This calendar as it was before the notices after that year came out. */
    public WorkingCalendar asKnownIn(int year) {
        return new WorkingCalendar(rules, new TreeMap<>(notices.headMap(year + 1)));
    }

    /** The zone law runs in. */
    public ZoneId zone() {
        return rules.zone();
    }

    /** From this day on, inclusive, answers are provisional. */
    public LocalDate provisionalFrom() {
        return provisionalFrom;
    }

    /** The law day of a moment. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clockZone);
    }

    /** The moment at which a period ends whose last day this is, exclusive. */
    public Instant endOf(LocalDate lastDay) {
        var midnight = rules.periodEnds().equals(LocalTime.MIDNIGHT);
        return (midnight ? lastDay.plusDays(1) : lastDay)
                .atTime(rules.periodEnds())
                .atZone(clockZone)
                .toInstant();
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(clockZone).toInstant();
    }

    /**
     * The last day of a period, in constant time; the day of receipt is not counted.
     *
     * @param workingDays at least 1
     */
    public DueDay due(LocalDate received, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("A period has at least one day");
        }
        return dueDay(table.workingDayAfter(received, workingDays));
    }

    /**
     * The last day of a period of calendar months: the same day number or the month's last day, moved to the next
     * working day when it is off.
     */
    public DueDay dueAfterMonths(LocalDate received, int months) {
        if (months < 1) {
            throw new IllegalArgumentException("A period has at least one month");
        }
        var day = received.plusMonths(months);
        return dueDay(table.workingDayAfter(day.minusDays(1), 1));
    }

    private DueDay dueDay(LocalDate date) {
        return new DueDay(date, !date.isBefore(provisionalFrom));
    }

    /** The nth working day after that day, n at least 1. */
    public LocalDate workingDayAfter(LocalDate day, int n) {
        return table.workingDayAfter(day, n);
    }

    /** The nth working day before that day, n at least 1. */
    public LocalDate workingDayBefore(LocalDate day, int n) {
        return table.workingDayBefore(day, n);
    }

    public boolean isWorkingDay(LocalDate date) {
        return table.day(date).kind().working();
    }

    /** Kind of day and why. */
    public Day day(LocalDate date) {
        return table.day(date);
    }

    /** The first day on which the other calendar knows more or says otherwise; clocks due before it stay as they are. */
    public Optional<LocalDate> firstDifference(WorkingCalendar other) {
        return table.firstDifference(other.table);
    }

    /** Defers building until it is needed. */
    private static final class Holder {
        private static final WorkingCalendar BUILT_IN = build();

        private static WorkingCalendar build() {
            var rules = CalendarRules.builtIn();
            var notices = new TreeMap<Integer, HolidayNotice>();
            rules.notices().forEach(year -> notices.put(year, HolidayNotice.builtIn(year)));
            return new WorkingCalendar(rules, notices);
        }
    }
}
