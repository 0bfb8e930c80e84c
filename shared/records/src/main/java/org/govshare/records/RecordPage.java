package org.govshare.records;

import java.util.List;
import java.util.Optional;

/**
 * A page of records in the order of their keys, bounded in rows and in size.
 *
 * @param next the key after which the next page begins; empty on the last page
 */
public record RecordPage(List<RecordRow> rows, Optional<String> next) {

    public RecordPage {
        rows = List.copyOf(rows);
    }
}
