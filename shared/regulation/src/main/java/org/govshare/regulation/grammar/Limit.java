package org.govshare.regulation.grammar;

import java.util.Optional;
import org.govshare.regulation.document.Basis;

/** How long one pack gives for a duty, for stacking with others. */
public record Limit(Period period, Optional<Extension> extension, Basis basis) {

    /** Period and longest extension together, in the period's unit. */
    public int total() {
        return period.amount() + extension.map(Extension::upTo).orElse(0);
    }

    /** How much its extension adds at most to a period, which another text may have made shorter than its own. */
    public int mostOver(int shortest) {
        return extension
                .map(rules -> rules.toTotal() ? total() - shortest : rules.upTo())
                .orElse(0);
    }
}
