package org.govshare.registry;

import java.util.Optional;
import org.govshare.regulation.grammar.ShareClass;

/**
 * Which catalogue entries are asked for; what is empty does not narrow.
 *
 * @param text found anywhere in id, titles or content, without regard to case
 * @param providerCode credit code of the provider
 */
public record DatasetFilter(Optional<String> text, Optional<String> providerCode, Optional<ShareClass> shareClass) {

    /** Every entry. */
    public static final DatasetFilter ALL = new DatasetFilter(Optional.empty(), Optional.empty(), Optional.empty());
}
