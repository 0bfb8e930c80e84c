package org.govshare.regulation.explanation;

import java.time.format.TextStyle;
import java.util.Locale;
import org.govshare.regulation.pack.Text;

/** Writes an explanation as lines for people. */
final class ExplanationText {
    private ExplanationText() {}

    static String of(Explanation explanation, Locale locale) {
        var zh = "zh".equals(locale.getLanguage());
        var words = zh ? Locale.CHINESE : Locale.ENGLISH;
        var text = new StringBuilder(explanation.title().in(locale)).append('\n');
        for (var rule : explanation.rules()) {
            text.append("  ").append(rule.in(locale)).append('\n');
        }
        for (var day : explanation.days()) {
            var number = day.number() > 0 ? String.format("%3d", day.number()) : "  -";
            var week = day.date().getDayOfWeek().getDisplayName(TextStyle.SHORT, words);
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

    private static Text due(Explanation explanation) {
        var due = explanation.due();
        var zh = "应于" + due.lastDay() + " 24:00（Asia/Shanghai）前完成" + (due.provisional() ? "（暂定，待下一年度放假通知）" : "");
        var en = "due by 24:00 (Asia/Shanghai) on " + due.lastDay()
                + (due.provisional() ? ", provisional until the next year's holiday notice" : "");
        return new Text(zh, en);
    }
}
