package org.govshare.exchange;

import org.govshare.regulation.document.Text;

/** Messages about the exchange of data: each error has one wording, in Chinese and in English. */
public final class ExchangeMessages {
    public static final Text ONLY_PROVIDER =
            new Text("只有该数据的提供部门可以更改记录。", "Only the dataset's provider may change its records.");

    public static final Text GRANT_ENDED = new Text("该授权已经终止。", "The grant has ended.");
    public static final Text MUST_BE_SIDE = new Text("必须是 grantee 或 provider", "must be grantee or provider");

    private ExchangeMessages() {}
}
