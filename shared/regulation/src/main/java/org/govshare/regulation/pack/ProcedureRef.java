package org.govshare.regulation.pack;

import java.util.List;

/**
 * The law a case runs under.
 *
 * @param kind such as {@code share-request}
 * @param variant name of the share class where the kind has one for each class, else empty
 * @param packs those that take part; the first gives the steps, all give periods
 */
public record ProcedureRef(String kind, String variant, List<PackRef> packs) {
    public ProcedureRef {
        packs = List.copyOf(packs);
    }
}
