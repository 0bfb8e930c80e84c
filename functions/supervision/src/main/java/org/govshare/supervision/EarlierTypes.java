package org.govshare.supervision;

import java.util.Map;

/**
 * Event types from before one type served acts of every kind. They stay valid for platforms that send them. The type
 * names the kind. A command that acts on such an act has the act's id in a member with the kind's name.
 */
final class EarlierTypes {
    static final String CORRECTION_ORDERED = "org.govshare.correction.ordered.v1";
    static final String CIRCULAR_ISSUED = "org.govshare.circular.issued.v1";
    static final String BAR_IMPOSED = "org.govshare.bar.imposed.v1";
    static final String CORRECTION_ACTED = "org.govshare.correction.acted.v1";
    static final String BAR_ACTED = "org.govshare.bar.acted.v1";

    /** The kinds of the types that give an act. */
    static final Map<String, String> GIVEN =
            Map.of(CORRECTION_ORDERED, "correction", CIRCULAR_ISSUED, "circular", BAR_IMPOSED, "bar");
    /** The kinds of the types that act upon an act. */
    static final Map<String, String> ACTED = Map.of(CORRECTION_ACTED, "correction", BAR_ACTED, "bar");

    private EarlierTypes() {}
}
