package org.govshare.exchange;

import org.govshare.regulation.document.Text;

/** Messages about the exchange of data: each error has one wording, in Chinese and in English. */
public final class ExchangeMessages {
    public static final Text ONLY_PROVIDER =
            new Text("只有该数据的提供部门可以更改记录。", "Only the dataset's provider may change its records.");

    private ExchangeMessages() {}
}
