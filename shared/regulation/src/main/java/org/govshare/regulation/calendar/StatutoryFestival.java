package org.govshare.regulation.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.govshare.regulation.document.Doc;

/**
 * A festival with the days off that the festival-days regulation gives it.
 *
 * @param basis how {@code on} is to be read
 * @param on month and day in that reckoning; without meaning for {@code QINGMING}
 * @param from first day off, relative to the festival
 * @param days number of calendar days off
 */
record StatutoryFestival(String name, Reckoning basis, MonthDay on, int from, int days) {

    /** How a festival's date is found. */
    enum Reckoning {
        FIXED,
        LUNAR,
        QINGMING
    }

    static StatutoryFestival read(Doc doc) {
        doc.entries("festival", "fixed", "lunar", "term", "from", "days");
        var name = doc.get("festival").text();
        var from = doc.get("from").number(-15);
        var days = doc.get("days").number(1);
        if (doc.find("term").isPresent()) {
            doc.get("term").oneOf(Set.of("qingming"), "solar term");
            return new StatutoryFestival(name, Reckoning.QINGMING, MonthDay.of(4, 5), from, days);
        }
        var reckoning = doc.find("lunar").isPresent() ? Reckoning.LUNAR : Reckoning.FIXED;
        var on = doc.get(Doc.nameOf(reckoning)).parsed(CalendarRules::monthDay, "a day of the year like 01-01");
        return new StatutoryFestival(name, reckoning, on, from, days);
    }

    LocalDate dateIn(int year) {
        return switch (basis) {
            case FIXED -> on.atYear(year);
            case LUNAR -> ChineseLunisolarCalendar.date(year, on.getMonthValue(), on.getDayOfMonth());
            case QINGMING -> ChineseLunisolarCalendar.qingming(year);
        };
    }

    List<LocalDate> daysOffIn(int year) {
        var first = dateIn(year).plusDays(from);
        return IntStream.range(0, days).mapToObj(first::plusDays).toList();
    }
}
