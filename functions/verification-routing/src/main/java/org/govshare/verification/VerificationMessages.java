package org.govshare.verification;

import org.govshare.regulation.document.Text;

/** What verification says to callers: each error has one wording, in Chinese and in English. */
public final class VerificationMessages {
    public static final Text NOT_SHARED = new Text(
            "必须是共享给贵单位的数据，可用 GET /grants 和 GET /backflow/streams 查询",
            "must be a dataset that is shared with your agency; GET /grants and GET /backflow/streams list them");
    public static final Text RECORDS_MISCOUNTED = new Text("必须列出 1 至 100 条记录的键", "must list 1 to 100 record keys");
    public static final Text RECORD_NOT_SHARED =
            new Text("必须是共享给贵单位的记录的键", "must be the key of a record that is shared with your agency");

    private VerificationMessages() {}
}
