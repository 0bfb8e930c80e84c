package org.govshare.registry;

import java.util.Collection;
import org.govshare.regulation.document.Text;

/** Messages of the registry and the catalogue: each error has one wording, in Chinese and in English. */
public final class RegistryMessages {
    public static final Text NO_CITY_ABOVE =
            new Text("是省级区划，或者上级没有现行的市", "is a province, or has no city in force above it");
    public static final Text NO_SUCCESSOR_WITH_CITY =
            new Text("已撤销，登记中没有归属现行市的承接区划", "has ended, and the registry names no successor that leads to a city");
    public static final Text NO_CITY_OF_PREFIX =
            new Text("不在区划表中，前四位也不是现行的市", "is not in the region table, and its first four digits name no city");
    public static final Text NO_SUCH_DATASET = new Text(
            "必须是现行目录中的数据编号，可用 GET /datasets 查询",
            "must be the id of a dataset in the catalogue in force; GET /datasets lists them");
    public static final Text MUST_BE_SHARE_CLASS =
            new Text("必须是 UNCONDITIONAL、CONDITIONAL 或 WITHHELD", "must be UNCONDITIONAL, CONDITIONAL or WITHHELD");

    private RegistryMessages() {}

    public static Text noSuchItem(Collection<String> known) {
        return new Text(
                "必须是该数据的数据项：" + String.join("、", known),
                "must be a data item of this dataset: " + String.join(", ", known));
    }
}
