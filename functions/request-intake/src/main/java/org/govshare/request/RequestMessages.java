package org.govshare.request;

import org.govshare.regulation.document.Text;

/** What requests for data say to callers, in both languages. */
public final class RequestMessages {
    public static final Text OWN_DATA =
            new Text("由贵单位提供，无须申请", "is provided by your own agency; you do not need a request for it");

    private RequestMessages() {}
}
