package org.govshare.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The permission of one agency to read one dataset, given by a case.
 *
 * @param grantee credit code of the agency that may read
 * @param fields the members that it may read; empty means all
 */
public record DataGrant(
        UUID id,
        UUID caseId,
        String datasetId,
        String grantee,
        String purpose,
        String scope,
        List<String> fields,
        Instant openedAt,
        Optional<Instant> suspendedAt,
        Optional<Instant> closedAt) {

    public DataGrant {
        fields = List.copyOf(fields);
    }

    /** The name of its detail in the trail; {@link #text} is the value. */
    public String name() {
        return "grant/" + id;
    }

    /** What the grantee may read, in the form of the trail: words {@code name=value}, without what people wrote. */
    public String text() {
        return "dataset=" + datasetId + " grantee=" + grantee + " items=" + String.join(",", fields);
    }

    /** What people wrote in it; the trail has a keyed hash of this. */
    public String written() {
        return purpose + "\n" + scope;
    }
}
