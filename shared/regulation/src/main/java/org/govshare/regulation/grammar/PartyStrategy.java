package org.govshare.regulation.grammar;

/** How a party of a case is found when the case is opened; all strategies are in Java. */
public enum PartyStrategy {
    /** The agency that opens the case. */
    OPENER,
    /** The agency whose data it is about. */
    DATA_HOLDER,
    /** The agency that holds the grant which a procedure is about; who holds its office now. */
    GRANTEE,
    /** The agency whose breach an organ acts about. */
    OBLIGOR_OF_BREACH,
    /** The authority of the opener's own region. */
    AUTHORITY_OF_OPENER,
    /** The authority of the data holder's own region. */
    AUTHORITY_OF_HOLDER,
    /**
     * The opener's own authority and, for data of another level or region, those above it, until one's region covers
     * the data holder's; at least one above.
     */
    AUTHORITIES_UPWARDS,
    /** The last of the authorities upwards: the one that handles the request. */
    LAST_AUTHORITY_UPWARDS,
    /** The authority of the region the pack is made for. */
    AUTHORITY_OF_PACK,
    /** The authority of the lowest region that holds opener (on a grant, its grantee) and data holder: the one they share, or the common superior. */
    COMMON_AUTHORITY,
    /** The people's government of that authority's level. */
    GOVERNMENT_OF_COMMON_AUTHORITY,
    /** The people's government of the level of another party, which is one agency. */
    GOVERNMENT_OF
}
