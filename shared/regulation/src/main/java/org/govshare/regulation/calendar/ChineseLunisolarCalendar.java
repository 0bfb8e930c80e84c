package org.govshare.regulation.calendar;

import java.time.LocalDate;
import java.time.temporal.JulianFields;

/**
 * Festival dates of the traditional calendar by its own rule (GB/T 33661-2017): a month begins on the day of the new
 * moon at 120° east, the eleventh month holds the winter solstice, and in a year of thirteen months the first one
 * without a principal solar term is the leap month. Astronomy: {@link SolarLongitude}, {@link NewMoon}.
 */
final class ChineseLunisolarCalendar {
    private static final double BEIJING = 8.0 / 24;

    private ChineseLunisolarCalendar() {}

    /**
     * The day of a lunar date.
     *
     * @param year the year in which that lunar year's first month falls
     * @param month 1 to 10, never the leap month of that number
     */
    static LocalDate date(int year, int month, int day) {
        var first = lunationOfEleventhMonth(year - 1);
        var index = month + 1;
        if (lunationOfEleventhMonth(year) - first == 13 && leapIndex(first) <= index) {
            index++;
        }
        return firstDay(first + index).plusDays(day - 1L);
    }

    /** The day on which the sun reaches 15°. */
    static LocalDate qingming(int year) {
        return dayOf(SolarLongitude.reaches(15, julian(LocalDate.of(year, 4, 5))));
    }

    private static long lunationOfEleventhMonth(int year) {
        var solstice = dayOf(SolarLongitude.reaches(270, julian(LocalDate.of(year, 12, 21))));
        var lunation = Math.round((julian(solstice) - 2451550.1) / NewMoon.SYNODIC_MONTH) + 1;
        while (firstDay(lunation).isAfter(solstice)) {
            lunation--;
        }
        return lunation;
    }

    /** Number of months after the eleventh of the first one in which the sun enters no new sign. */
    private static int leapIndex(long eleventh) {
        for (var index = 1; ; index++) {
            if (signAtStartOf(firstDay(eleventh + index)) == signAtStartOf(firstDay(eleventh + index + 1))) {
                return index;
            }
        }
    }

    private static int signAtStartOf(LocalDate day) {
        var midnight = day.getLong(JulianFields.JULIAN_DAY) - 0.5 - BEIJING;
        return (int) (SolarLongitude.at(midnight + deltaT(day.getYear())) / 30);
    }

    private static LocalDate firstDay(long lunation) {
        return dayOf(NewMoon.at(lunation));
    }

    private static LocalDate dayOf(double terrestrial) {
        var year = 2000 + (int) ((terrestrial - 2451545) / 365.25);
        var day = (long) Math.floor(terrestrial - deltaT(year) + BEIJING + 0.5);
        return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, day);
    }

    private static double julian(LocalDate day) {
        return day.getLong(JulianFields.JULIAN_DAY);
    }

    /** Terrestrial less universal time in days: F. Espenak's and J. Meeus's polynomial for 2005 to 2050. */
    private static double deltaT(int year) {
        var t = year - 2000;
        return (62.92 + 0.32217 * t + 0.005589 * t * t) / 86400;
    }
}
