package org.govshare.escalation;

import java.util.Map;

/**
 * Event types from before one type took acts of every kind; platforms that send them are understood for good. They name
 * the kind, and an act upon one names it by a member of the kind's name.
 */
final class EarlierTypes {
    static final String CORRECTION_ORDERED = "org.govshare.correction.ordered.v1";
    static final String CIRCULAR_ISSUED = "org.govshare.circular.issued.v1";
    static final String BAR_IMPOSED = "org.govshare.bar.imposed.v1";
    static final String CORRECTION_ACTED = "org.govshare.correction.acted.v1";
    static final String BAR_ACTED = "org.govshare.bar.acted.v1";

    /** The kinds that are given, by type. */
    static final Map<String, String> GIVEN =
            Map.of(CORRECTION_ORDERED, "correction", CIRCULAR_ISSUED, "circular", BAR_IMPOSED, "bar");
    /** The kinds that are acted upon, by type. */
    static final Map<String, String> ACTED = Map.of(CORRECTION_ACTED, "correction", BAR_ACTED, "bar");

    private EarlierTypes() {}
}
