package org.govshare.regulation.calendar;

import cn.hutool.core.date.ChineseDate;
import cn.hutool.core.date.chinese.SolarTerms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Counts days one by one over the notice files; shares no code with the engine. */
public final class DayByDayOracle {
    private final Set<String> off = new HashSet<>();
    private final Set<String> work = new HashSet<>();

    public DayByDayOracle() {
        for (var year = 2007; year <= 2026; year++) {
            readNotice(year);
        }
        for (var year = 2027; year <= 2098; year++) {
            addFestivalDays(year);
        }
    }

    /** The last day of a period. */
    public LocalDate due(LocalDate received, int workingDays) {
        var day = received;
        var left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }

    public LocalDate dueAfterMonths(LocalDate received, int months) {
        var day = received.plusMonths(months);
        while (!works(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    public boolean works(LocalDate day) {
        if (work.contains(day.toString())) {
            return true;
        }
        return day.getDayOfWeek().getValue() < 6 && !off.contains(day.toString());
    }

    private void readNotice(int year) {
        var stream = getClass().getResourceAsStream("/calendar/" + year + ".tsv");
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\toff\t")) {
                    off.add(line.substring(0, 10));
                } else if (line.contains("\twork\t")) {
                    work.add(line.substring(0, 10));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void addFestivalDays(int year) {
        var spring = gregorian(year, 1, 1);
        for (var day = -1; day <= 2; day++) {
            off.add(spring.plusDays(day).toString());
        }
        off.add(gregorian(year, 5, 5).toString());
        off.add(gregorian(year, 8, 15).toString());
        off.add(LocalDate.of(year, 4, SolarTerms.getTerm(year, 7)).toString());
        for (var fixed : new String[] {"-01-01", "-05-01", "-05-02", "-10-01", "-10-02", "-10-03"}) {
            off.add(year + fixed);
        }
    }

    static LocalDate gregorian(int year, int month, int day) {
        var date = LocalDate.of(year, 1, 20).plusDays(29L * (month - 1));
        while (true) {
            var lunar = new ChineseDate(date);
            if (lunar.getMonth() == month && lunar.getDay() == day && !lunar.isLeapMonth()) {
                return date;
            }
            date = date.plusDays(1);
        }
    }
}
