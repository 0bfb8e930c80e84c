package org.govshare.registry;

import java.util.List;
import java.util.Optional;

/**
 * A page of catalogue entries in the order of their ids.
 *
 * @param after the id after which the next page begins; empty on the last page
 */
public record DatasetPage(List<Dataset> entries, Optional<String> after) {

    public DatasetPage {
        entries = List.copyOf(entries);
    }
}
