package org.govshare.regulation.grammar;

/** How a dataset may be shared between agencies (Hebei art. 11). */
public enum ShareClass {
    UNCONDITIONAL,
    CONDITIONAL,
    WITHHELD
}
