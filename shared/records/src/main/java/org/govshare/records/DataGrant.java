package org.govshare.records;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The permission of one agency to read one dataset, as a case gave it.
 *
 * @param grantee credit code of the agency that may read
 * @param fields the only members it reads; empty means all
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

    /** Name of the detail under which the trail has it, {@link #text} its value. */
    public String name() {
        return "grant/" + id;
    }

    /** What it lets its grantee read, as the trail has it: words {@code name=value}, without what people wrote. */
    public String text() {
        return "dataset=" + datasetId + " grantee=" + grantee + " items=" + String.join(",", fields);
    }

    /** What people wrote in it, of which the trail holds a keyed hash. */
    public String written() {
        return purpose + "\n" + scope;
    }
}
