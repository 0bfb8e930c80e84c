package org.govshare.regulation.explanation;

import java.util.List;
import java.util.Locale;
import org.govshare.regulation.calendar.Day;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Why a clock is due when it is: every day from its start to its last, counted or not. */
public record Explanation(String rule, DueMoment due, List<Day> days) {
    public Explanation {
        days = List.copyOf(days);
    }

    public static Explanation of(EffectiveProcedure procedure, ClockState clock, WorkingCalendar calendar) {
        throw new UnsupportedOperationException("not yet");
    }

    /** As lines of text, in Chinese where the locale's language is Chinese, else in English. */
    public String text(Locale locale) {
        throw new UnsupportedOperationException("not yet");
    }
}
