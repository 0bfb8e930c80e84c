package org.govshare.request;

import org.govshare.regulation.document.Text;

/** What requests for data say to callers, in both languages, and the labels of the form, which is Chinese. */
public final class RequestMessages {
    public static final Text OWN_DATA =
            new Text("由贵单位提供，无须申请", "is provided by your own agency; you do not need a request for it");
    public static final String FORM_SCENARIO = "应用场景";
    public static final String FORM_PURPOSE = "共享用途";
    public static final String FORM_SCOPE = "共享范围";
    public static final String FORM_ITEMS = "申请数据项";

    private RequestMessages() {}
}
