package org.govshare.regulation.calendar;

import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Resources;

/**
 * How law counts days, apart from what each notice says ({@code calendar/calendar.yaml}).
 *
 * @param periodEnds when the last day of a period ends; midnight means 24:00 of that day
 * @param provisionalFrom first day of a year that the next year's notice may rule
 * @param notices years of the notices inside the jar
 */
record CalendarRules(
        ZoneId zone,
        LocalTime periodEnds,
        MonthDay provisionalFrom,
        List<Integer> notices,
        List<StatutoryFestival> festivals) {

    static CalendarRules builtIn() {
        return Holder.BUILT_IN;
    }

    static CalendarRules read(String file, String text) {
        var doc = Doc.parse(file, text);
        doc.entries("zone", "period-ends", "provisional-from", "notices", "statutory-days");
        var notices = new ArrayList<Integer>();
        doc.get("notices").items().forEach(year -> notices.add(year.number(2007)));
        var festivals = new ArrayList<StatutoryFestival>();
        doc.get("statutory-days").items().forEach(day -> festivals.add(StatutoryFestival.read(day)));
        return new CalendarRules(
                doc.get("zone").parsed(ZoneId::of, "a time zone"),
                doc.get("period-ends").parsed(CalendarRules::timeOfDay, "a time like 24:00"),
                doc.get("provisional-from").parsed(CalendarRules::monthDay, "a day of the year like 12-29"),
                notices,
                festivals);
    }

    static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    private static LocalTime timeOfDay(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    /** Defers reading until it is needed. */
    private static final class Holder {
        private static final CalendarRules BUILT_IN =
                read("calendar/calendar.yaml", Resources.text("/calendar/calendar.yaml"));
    }
}
