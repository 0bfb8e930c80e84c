package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Basis;

/**
 * The kinds of body that a text binds.
 *
 * @param basis absent where the pack says nothing and the usual kinds count
 */
public record Binds(List<BoundKind> kinds, Optional<Basis> basis) {
    /** 政务部门 as the local texts define them: departments, and bodies that law or regulation authorises. */
    public static final Binds USUAL =
            new Binds(List.of(BoundKind.GOVERNMENT_DEPARTMENT, BoundKind.AUTHORISED_BODY), Optional.empty());

    public Binds {
        kinds = List.copyOf(kinds);
    }
}
