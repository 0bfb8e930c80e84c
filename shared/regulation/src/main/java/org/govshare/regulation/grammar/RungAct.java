package org.govshare.regulation.grammar;

/** What a rung does: software reminds, or proposes to the organ that may act; it never orders. */
public enum RungAct {
    REMIND,
    PROPOSE
}
