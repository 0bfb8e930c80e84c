package org.govshare.regulation.grammar;

/** Whom a text must bind so that a duty of it counts. */
public enum Covers {
    /** All parties between whom data are shared; what a text says where it says nothing else. */
    ALL_PARTIES,
    /** The agency that owes the duty, also when others take part. */
    OBLIGOR
}
