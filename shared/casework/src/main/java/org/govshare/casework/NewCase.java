package org.govshare.casework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.regulation.procedure.Decision;

/**
 * A case that the law lets somebody open.
 *
 * @param collection path under which the case will be read
 * @param fields what the form said
 * @param about the clock or the case that it is about, keyed by the row's column; empty where it is about none
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
        Supplier<List<GivenNotice>> notices) {
    static final String ABOUT_CASE = "about_case";

    /** The case that it is about, such as the one that opened a grant. */
    Optional<UUID> aboutCase() {
        return Optional.ofNullable(about.get(ABOUT_CASE)).map(UUID::fromString);
    }
}
