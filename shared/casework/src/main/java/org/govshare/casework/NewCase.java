package org.govshare.casework;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.regulation.procedure.Decision;

/**
 * A case that the law lets somebody open.
 *
 * @param collection path under which the case will be read
 * @param fields what the form said
 * @param about the breach that an organ acts about, keyed by the row's column; empty for any other case
 * @param notices gives the notices of the opening, once
 */
record NewCase(
        Decision decision,
        String collection,
        String datasetId,
        String region,
        String provider,
        Map<String, String> fields,
        Map<String, String> about,
        Supplier<List<GivenNotice>> notices) {}
