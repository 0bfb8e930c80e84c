package org.govshare.regulation.explanation;

import org.govshare.regulation.calendar.Day;
import org.govshare.regulation.document.Text;

/** Says why a day counts or does not. */
final class DayWords {
    static final Text START = new Text("起算日，不计入", "day of the start, not counted");

    /** The last day of a clock that ends with a date. */
    static final Text SET = new Text("命令指定的日期", "the date that was set");

    private DayWords() {}

    static Text why(Day day) {
        var festival = day.festival().orElse("");
        var ruled = !day.notices().isEmpty();
        var text = switch (day.kind()) {
            case WORKDAY ->
                ruled
                        ? new Text("工作日（" + festival + "安排）", "working day (by the notice, " + festival + ")")
                        : new Text("工作日", "working day");
            case MAKE_UP_WORKDAY ->
                new Text("周末调休上班（" + festival + "安排）", "weekend worked by the notice (" + festival + ")");
            case WEEKEND -> new Text("周末，不计入", "weekend, not counted");
            case HOLIDAY -> new Text(festival + "放假，不计入", "off by the notice (" + festival + "), not counted");
            case STATUTORY -> new Text(festival + "法定放假，不计入", "statutory festival day (" + festival + "), not counted");
        };
        return day.provisional() ? new Text(text.zh() + "（暂定）", text.en() + " (provisional)") : text;
    }
}
