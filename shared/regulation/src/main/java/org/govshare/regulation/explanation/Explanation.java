package org.govshare.regulation.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Unit;
import org.govshare.regulation.pack.EffectiveClock;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * Why a clock is due when it is: what set it, and every day from its start to its last, counted or not.
 *
 * @param clock name of the clock; empty for a bare number of working days
 * @param start when it began to run; the day of it is not counted
 * @param rules one line for each article that set period, start or extension, and for each that gave way
 * @param days from the day of the start to the last day
 */
public record Explanation(
        String clock,
        Text title,
        Instant start,
        LocalDate received,
        DueMoment due,
        List<Text> rules,
        List<CountedDay> days) {
    public Explanation {
        rules = List.copyOf(rules);
        days = List.copyOf(days);
    }

    /** Of a clock with the extension consented so far. */
    public static Explanation of(EffectiveProcedure procedure, ClockState clock, WorkingCalendar calendar) {
        return clock.setDate().isPresent()
                ? untilDate(procedure, clock, calendar)
                : of(procedure, procedure.clock(clock.rule()), clock.startedAt(), clock.extension(), calendar);
    }

    /** Of a clock whose end an act has set: nothing is counted, so only its first and its last day are listed. */
    private static Explanation untilDate(EffectiveProcedure procedure, ClockState clock, WorkingCalendar calendar) {
        var rule = procedure.clock(clock.rule());
        var due = new Clocks().due(procedure, clock, calendar);
        var received = calendar.dayOf(clock.startedAt());
        var last = calendar.day(due.lastDay());
        var days = List.of(
                new CountedDay(received, calendar.day(received).kind(), 0, DayWords.START, List.of(), false),
                new CountedDay(due.lastDay(), last.kind(), 0, DayWords.SET, List.of(), false));
        var rules = new RuleLines(procedure, rule).untilDate(due.lastDay());
        return new Explanation(clock.rule(), rule.rule().title(), clock.startedAt(), received, due, rules, days);
    }

    /** Of a clock that would start then. */
    public static Explanation of(
            EffectiveProcedure procedure,
            EffectiveClock clock,
            Instant start,
            int extension,
            WorkingCalendar calendar) {
        var due = new Clocks().due(clock, start, extension, calendar);
        var rules = new RuleLines(procedure, clock).lines(extension);
        var counts = clock.rule().period().unit() == Unit.WORKING_DAYS;
        return explain(clock.name(), clock.rule().title(), start, due, rules, counts, calendar);
    }

    /** Of a bare number of working days. */
    public static Explanation of(int workingDays, Instant start, WorkingCalendar calendar) {
        var day = calendar.due(calendar.dayOf(start), workingDays);
        var due = new DueMoment(day.date(), calendar.endOf(day.date()), day.provisional());
        var title = new Text(workingDays + "个工作日", workingDays + " working days");
        return explain("", title, start, due, List.of(), true, calendar);
    }

    private static Explanation explain(
            String clock,
            Text title,
            Instant start,
            DueMoment due,
            List<Text> rules,
            boolean counts,
            WorkingCalendar calendar) {
        var received = calendar.dayOf(start);
        var days = new ArrayList<CountedDay>();
        var number = 0;
        for (var date = received; !date.isAfter(due.lastDay()); date = date.plusDays(1)) {
            var day = calendar.day(date);
            var counted = counts && date.isAfter(received) && day.kind().working();
            number += counted ? 1 : 0;
            var why = date.equals(received) ? DayWords.START : DayWords.why(day);
            days.add(new CountedDay(date, day.kind(), counted ? number : 0, why, day.notices(), day.provisional()));
        }
        return new Explanation(clock, title, start, received, due, rules, days);
    }

    /** The last day that was counted, if any was. */
    public Optional<CountedDay> lastCounted() {
        return days.stream().filter(day -> day.number() > 0).reduce((first, second) -> second);
    }

    /** As lines of text, in Chinese where the locale's language is Chinese, else in English. */
    public String text(Locale locale) {
        return ExplanationText.of(this, locale);
    }
}
