package org.govshare.regulation.grammar;

/** How a dataset may be shared between agencies (Hebei art. 11). */
public enum ShareClass {
    UNCONDITIONAL,
    CONDITIONAL,
    WITHHELD;

    /** The word of packs for it, in procedures and worked cases alike. */
    public static final String KEY = "share-class";

    /** What procedures called it before; still read, for packs and kept texts of then. */
    public static final String OLDER_KEY = "variant";

    /** What worked cases called it before; still read. */
    public static final String OLDER_KEY_OF_CASES = "class";
}
