package org.govshare.registry;

import java.util.List;
import java.util.Optional;

/**
 * Some catalogue entries in the order of their ids.
 *
 * @param after the id to go on from; empty on the last page
 */
public record DatasetPage(List<Dataset> entries, Optional<String> after) {

    public DatasetPage {
        entries = List.copyOf(entries);
    }
}
