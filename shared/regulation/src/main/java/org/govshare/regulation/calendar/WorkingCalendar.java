package org.govshare.regulation.calendar;

import java.time.LocalDate;
import java.time.ZoneId;

/** The working days of China by the State Council's notices; immutable. */
public final class WorkingCalendar {

    private WorkingCalendar() {}

    /** With all notices inside the jar. */
    public static WorkingCalendar builtIn() {
        return new WorkingCalendar();
    }

    /** This calendar with one more notice; one for the same year is replaced. */
    public WorkingCalendar with(HolidayNotice notice) {
        throw new UnsupportedOperationException("not yet");
    }

    /** The zone law runs in. */
    public ZoneId zone() {
        throw new UnsupportedOperationException("not yet");
    }

    /** From this day on, inclusive, answers are provisional. */
    public LocalDate provisionalFrom() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * The last day of a period; the day of receipt is not counted.
     *
     * @param workingDays at least 1
     */
    public DueDay due(LocalDate received, int workingDays) {
        throw new UnsupportedOperationException("not yet");
    }

    public boolean isWorkingDay(LocalDate date) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Kind of day and why. */
    public Day day(LocalDate date) {
        throw new UnsupportedOperationException("not yet");
    }
}
