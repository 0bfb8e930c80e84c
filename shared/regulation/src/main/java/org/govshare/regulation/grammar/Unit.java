package org.govshare.regulation.grammar;

/** What a period is counted in. */
public enum Unit {
    WORKING_DAYS,
    /** Calendar months, to the same day number or the month's last day, moved to the next working day. */
    MONTHS,
    /** No count at all: the period ends with a date that an act sets. */
    SET_DATE,
    /** No count and no end: the duty is to be done promptly (及时, 立即), and is never late. */
    PROMPTLY
}
