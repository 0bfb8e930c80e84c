package org.govshare.regulation.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.hutool.core.date.chinese.SolarTerms;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseLunisolarCalendarTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024,
                2025, 2026
            })
    void sinceTheLunarFestivalsAreOff_everyNoticeHasThemOnTheComputedDays(int year) {
        var spring = ChineseLunisolarCalendar.date(year, 1, 1);
        assertOff(year, spring, "春节");
        assertOff(year, spring.plusDays(1), "春节");
        assertOff(year, spring.plusDays(2), "春节");
        assertOff(year, ChineseLunisolarCalendar.qingming(year), "清明");
        assertOff(year, ChineseLunisolarCalendar.date(year, 5, 5), "端午");
        assertOff(year, ChineseLunisolarCalendar.date(year, 8, 15), "中秋");
    }

    private static void assertOff(int year, LocalDate day, String festival) {
        var rulings = HolidayNotice.builtIn(year).rulings();
        assertTrue(
                rulings.stream().anyMatch(r -> r.date().equals(day) && r.off() && holds(r.festival(), festival)),
                () -> festival + " on " + day);
    }

    /** In 2020 and 2023 two festivals fell into one run of days off, named after either. */
    private static boolean holds(String name, String festival) {
        return name.contains(festival) || (festival.equals("中秋") && name.contains("国庆"));
    }

    @Test
    void allYearsOfTheTable_agreeWithAPublishedAlmanac() {
        for (var year = 2007; year <= 2098; year++) {
            for (var festival : List.of(new int[] {1, 1}, new int[] {5, 5}, new int[] {8, 15})) {
                assertEquals(
                        DayByDayOracle.gregorian(year, festival[0], festival[1]),
                        ChineseLunisolarCalendar.date(year, festival[0], festival[1]));
            }
            assertEquals(LocalDate.of(year, 4, SolarTerms.getTerm(year, 7)), ChineseLunisolarCalendar.qingming(year));
        }
    }

    @ParameterizedTest
    @CsvSource({"2033-01-31", "2034-02-19"})
    void aroundTheLeapEleventhMonthOf2033_newYearIsRight(LocalDate newYear) {
        assertEquals(newYear, ChineseLunisolarCalendar.date(newYear.getYear(), 1, 1));
    }
}
