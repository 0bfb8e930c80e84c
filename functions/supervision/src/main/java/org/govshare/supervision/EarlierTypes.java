package org.govshare.supervision;

import java.util.Map;

/**
 * Event types of the time before one type took acts of every kind; they stay valid for the platforms that send them. The
 * type names the kind; a command that acts on such an act gives its id in a member with the kind's name.
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
