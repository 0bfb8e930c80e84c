package org.govshare.regulation.explanation;

import java.time.DayOfWeek;
import java.util.Locale;
import org.govshare.regulation.document.Text;

/** Writes an explanation as lines for people. */
final class ExplanationText {
    private ExplanationText() {}

    static String of(Explanation explanation, Locale locale) {
        var text = new StringBuilder(explanation.title().in(locale)).append('\n');
        for (var rule : explanation.rules()) {
            text.append("  ").append(rule.in(locale)).append('\n');
        }
        for (var day : explanation.days()) {
            var number = day.number() > 0 ? String.format(Locale.ROOT, "%3d", day.number()) : "  -";
            var week = name(day.date().getDayOfWeek()).in(locale);
            text.append("  ")
                    .append(day.date())
                    .append(' ')
                    .append(week)
                    .append(number)
                    .append("  ");
            text.append(day.why().in(locale));
            day.notices().forEach(address -> text.append(' ').append(address));
            text.append('\n');
        }
        return text.append(due(explanation).in(locale)).append('\n').toString();
    }

    /** Java is not asked: a native executable knows only the names of the build's locale. */
    private static Text name(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> new Text("周一", "Mon");
            case TUESDAY -> new Text("周二", "Tue");
            case WEDNESDAY -> new Text("周三", "Wed");
            case THURSDAY -> new Text("周四", "Thu");
            case FRIDAY -> new Text("周五", "Fri");
            case SATURDAY -> new Text("周六", "Sat");
            case SUNDAY -> new Text("周日", "Sun");
        };
    }

    private static Text due(Explanation explanation) {
        var due = explanation.due();
        var zh = "应于" + due.lastDay() + " 24:00（Asia/Shanghai）前完成" + (due.provisional() ? "（暂定，待下一年度放假通知）" : "");
        var en = "due by 24:00 (Asia/Shanghai) on " + due.lastDay()
                + (due.provisional() ? ", provisional until the next year's holiday notice" : "");
        return new Text(zh, en);
    }
}
