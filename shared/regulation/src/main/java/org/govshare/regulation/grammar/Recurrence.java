package org.govshare.regulation.grammar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When a case opens by itself.
 *
 * @param every how long the period is to which one case belongs
 * @param on the first day of each period
 */
public record Recurrence(Every every, MonthDay on) {
    private static final Pattern DAY_OF_YEAR = Pattern.compile("(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

    /** The length of the period. */
    public enum Every {
        YEAR
    }

    /** The first day of the period that a day lies in. */
    public LocalDate startOn(LocalDate day) {
        var thisYear = on.atYear(day.getYear());
        return thisYear.isAfter(day) ? on.atYear(day.getYear() - 1) : thisYear;
    }

    /** A day that each year has, written {@code 03-31}; nothing where the text is none. */
    public static Optional<MonthDay> dayOfYear(String text) {
        var matcher = DAY_OF_YEAR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var month = Integer.parseInt(matcher.group(1));
        var day = Integer.parseInt(matcher.group(2));
        // 2001 is no leap year: 29 February is not a day that each year has.
        var exists = day <= LocalDate.of(2001, month, 1).lengthOfMonth();
        return exists ? Optional.of(MonthDay.of(month, day)) : Optional.empty();
    }
}
