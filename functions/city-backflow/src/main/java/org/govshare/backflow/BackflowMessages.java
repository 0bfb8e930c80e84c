package org.govshare.backflow;

import java.util.List;
import org.govshare.regulation.document.Text;

/** Messages of back-flow: each error has one wording, in Chinese and in English. */
public final class BackflowMessages {
    public static final Text WITHHELD = new Text("属于不予共享类", "is withheld by law");
    public static final Text MUST_BE_SECRET =
            new Text("必须是 whsec_ 后接 24 至 64 字节的 base64", "must be whsec_ followed by the base64 of 24 to 64 bytes");
    public static final Text REGION_WITHOUT_BACKFLOW =
            new Text("所在地区没有关于数据回流的规定", "is in a region whose regulations do not provide for back-flow");
    public static final Text ONLY_OPERATOR =
            new Text("只有该市平台的运行单位可以办理。", "Only the agency that runs the city's platform may do this.");
    public static final Text CITY_WITHOUT_PLATFORM =
            new Text("该市没有经省级审核同意的市级平台。", "The city has no platform that the province has approved.");
    public static final Text NO_APPROVED_PLATFORM =
            new Text("没有经省级审核同意的市级平台", "has no platform that the province has approved");

    private BackflowMessages() {}

    public static Text withheldDoesNotFlow(String basis) {
        return new Text("该数据依法不予共享，不予回流：" + basis, "This dataset is withheld by law and does not flow back: " + basis);
    }

    public static Text urlTooLong(int most) {
        return new Text("不得超过 " + most + " 个字符", "must have at most " + most + " characters");
    }

    public static Text noLawForBackflow(String region) {
        return new Text(
                "区划 " + region + " 现行的规定没有数据回流的内容。",
                "No regulation in force in region " + region + " provides for back-flow.");
    }

    public static Text mustBeCity(List<String> own) {
        return new Text(
                "必须是市的六位行政区划代码" + (own.isEmpty() ? "" : "；贵单位运行其平台的市：" + String.join("、", own)),
                "must be the six-digit region code of a city"
                        + (own.isEmpty() ? "" : "; your agency runs the platforms of: " + String.join(", ", own)));
    }
}
