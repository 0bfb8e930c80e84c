package org.govshare.regulation.pack;

import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Regions;

/** A text in force that has a procedure for a matter but does not bind one of its parties. */
public record Unbound(Pack pack, Body party) {

    /** Whether the party lies where the text holds, so that it is its kind that the text does not bind. */
    public boolean byKind() {
        return Regions.covers(pack.region(), party.region());
    }
}
