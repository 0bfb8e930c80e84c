package org.govshare.request;

import org.govshare.regulation.document.Text;

/** What requests for data say to callers, in both languages, and the labels of the form, which is Chinese. */
public final class RequestMessages {
    public static final Text OWN_DATA =
            new Text("是本单位提供的数据，不需申请", "is data that your own agency provides, which needs no request");
    public static final String FORM_SCENARIO = "应用场景";
    public static final String FORM_PURPOSE = "共享用途";
    public static final String FORM_SCOPE = "共享范围";
    public static final String FORM_ITEMS = "申请数据项";

    private RequestMessages() {}
}
