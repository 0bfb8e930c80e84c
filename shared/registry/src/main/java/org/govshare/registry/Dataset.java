package org.govshare.registry;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.grammar.ShareClass;

/**
 * A catalogue entry with the contents that Hebei art. 7 requires.
 *
 * @param id lower-case words joined by hyphens; never reused for another entry
 * @param content what the data contains (数据内容)
 * @param providerCode credit code of the agency that provides it (提供单位)
 * @param shareConditions present only for the conditional class
 * @param withheldBasis instrument and article, present only for the withheld class (Hebei art. 11)
 * @param updateFrequency one of {@code real-time daily weekly monthly quarterly half-yearly yearly irregular}
 * @param securityLevel 1, the lowest, to 4
 * @param baseDatabase the basic database it belongs to, such as 人口 (Hebei art. 13 para. 1)
 * @param theme the thematic database it belongs to (Hebei art. 13 para. 2)
 * @param recordType the kind of one record, such as {@code community}
 */
public record Dataset(
        String id,
        String title,
        String titleEn,
        String content,
        String providerCode,
        ShareClass shareClass,
        Optional<String> shareConditions,
        Optional<String> withheldBasis,
        String updateFrequency,
        int securityLevel,
        String scopeOfUse,
        Optional<String> baseDatabase,
        Optional<String> theme,
        String recordType,
        List<DatasetField> fields,
        Validity validity) {

    public Dataset {
        fields = List.copyOf(fields);
    }
}
