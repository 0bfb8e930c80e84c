package org.govshare.regulation.grammar;

/** Organs that a rung may be addressed to or that may act about a breach, found by strategies in Java. */
public enum Addressee {
    /** The agency that owes the duty. */
    OBLIGOR,
    /** The people's government of the obligor's level, else the authority one level above it. */
    GOVERNMENT_OR_UPPER_AUTHORITY_OF_OBLIGOR,
    /** The people's government of the obligor's level. */
    GOVERNMENT_OF_OBLIGOR,
    /** The authority one level above the obligor's. */
    UPPER_AUTHORITY_OF_OBLIGOR,
    /** The authority of the obligor's own level. */
    AUTHORITY_OF_OBLIGOR,
    /**
     * The authority of the obligor's own level, one level up where that level has none; over that authority itself its
     * government, else the upper authority.
     */
    AUTHORITY_OVER_OBLIGOR,
    /** The authority of the region the pack is made for. */
    AUTHORITY_OF_PACK,
    /** The people's government of the region the pack is made for. */
    GOVERNMENT_OF_PACK
}
