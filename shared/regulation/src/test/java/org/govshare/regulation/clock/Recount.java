package org.govshare.regulation.clock;

import java.util.Optional;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * A clock counted again after a notice came out.
 *
 * @param moved the last day differs from the one before; otherwise only whether it is provisional changed
 * @param undoesBreach it was done late by the old count and is in time by the new one
 */
record Recount(DueMoment before, DueMoment after, boolean moved, boolean undoesBreach, Text why) {

    /**
     * What the newer calendar changes for a clock, running or ended; nothing where it says the same.
     *
     * <p>Only clocks whose last day, by either count, is on or after the first day on which the calendars differ can
     * change; see {@link WorkingCalendar#firstDifference}.
     */
    public static Optional<Recount> of(
            EffectiveProcedure procedure, ClockState clock, WorkingCalendar older, WorkingCalendar newer) {
        var clocks = new Clocks();
        var before = clocks.due(procedure, clock, older);
        var after = clocks.due(procedure, clock, newer);
        if (before.equals(after)) {
            return Optional.empty();
        }
        var undoes = clock.endedAt()
                .filter(end -> before.isLate(end) && !after.isLate(end))
                .isPresent();
        var moved = !before.lastDay().equals(after.lastDay());
        return Optional.of(new Recount(before, after, moved, undoes, why(before, after, newer)));
    }

    private static Text why(DueMoment before, DueMoment after, WorkingCalendar newer) {
        var year = newer.notices().get(newer.notices().size() - 1).year();
        return new Text(
                "按截至" + year + "年的放假通知重新计算：" + before.lastDay() + " → " + after.lastDay(),
                "counted again by the holiday notices up to " + year + ": " + before.lastDay() + " → "
                        + after.lastDay());
    }
}
