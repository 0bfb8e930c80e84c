package org.govshare.supervision;

import org.govshare.regulation.document.Text;

/** What supervision says to callers: each error has one wording, in Chinese and in English. */
public final class SupervisionMessages {
    public static final Text AGENCY_WITH_CLOCK = new Text(
            "已写明 clock 的，须略去 agency：期限已说明责任部门",
            "must be left out where a clock is given, because the clock names the agency");

    private SupervisionMessages() {}
}
