package org.govshare.regulation.clock;

/** How a clock stopped. */
public enum ClockEnd {
    /** The duty was done, in time or late. */
    FULFILLED,
    /** The case ended, so that the duty fell away. */
    LAPSED
}
