package org.govshare.regulation.pack;

import java.util.Comparator;
import org.govshare.regulation.grammar.Pack;

/**
 * A pack that takes part in a procedure.
 *
 * @param obligorOnly it does not bind all parties: only its duties that bind their obligor alone count
 */
record Taking(Pack pack, boolean obligorOnly) {
    /** City before province before nation; within one level a regulation before measures. */
    static final Comparator<Pack> MOST_LOCAL_FIRST = Comparator.comparing(
                    (Pack pack) -> -pack.rank().level())
            .thenComparing(Pack::rank)
            .thenComparing(Pack::id);

    PackRef ref() {
        return new PackRef(pack.id(), pack.digest(), obligorOnly);
    }
}
