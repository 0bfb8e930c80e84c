package org.govshare.regulation.grammar;

/** Organs that a rung may be addressed to besides the parties of the case, found by strategies in Java. */
public enum Addressee {
    /** The agency that owes the duty. */
    OBLIGOR,
    /** The people's government of the obligor's level, else the authority one level above it. */
    GOVERNMENT_OR_UPPER_AUTHORITY_OF_OBLIGOR,
    /** The authority of the obligor's own level. */
    AUTHORITY_OF_OBLIGOR,
    /** The people's government of the region the pack is made for. */
    GOVERNMENT_OF_PACK
}
