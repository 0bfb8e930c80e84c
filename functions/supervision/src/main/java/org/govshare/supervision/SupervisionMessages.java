package org.govshare.supervision;

import org.govshare.regulation.document.Text;

/** Messages of supervision: each error has one wording, in Chinese and in English. */
public final class SupervisionMessages {
    public static final Text AGENCY_WITH_CLOCK = new Text(
            "写明 clock 的，不得再写 agency：由期限即可确定责任部门",
            "must be left out where a clock is given, because the clock names the agency");

    private SupervisionMessages() {}
}
