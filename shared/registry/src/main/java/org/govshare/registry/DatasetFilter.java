package org.govshare.registry;

import java.util.Optional;
import org.govshare.regulation.grammar.ShareClass;

/**
 * A filter of catalogue entries; an empty part does not narrow the list.
 *
 * @param text must occur in the id, the titles or the content, without regard to case
 * @param providerCode credit code of the provider
 */
public record DatasetFilter(Optional<String> text, Optional<String> providerCode, Optional<ShareClass> shareClass) {

    /** Every entry. */
    public static final DatasetFilter ALL = new DatasetFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
