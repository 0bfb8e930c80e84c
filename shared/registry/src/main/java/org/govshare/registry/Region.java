package org.govshare.registry;

import java.util.Optional;

/**
 * An administrative division, or the nation.
 *
 * @param code six digits (GB/T 2260); {@link #NATION} for the nation
 * @param parentCode the region one level up (the nation, for a province); none for the nation
 * @param successorCode the region that has taken over all of its territory after its validity
 */
public record Region(
        String code,
        RegionLevel level,
        String name,
        Optional<String> parentCode,
        Validity validity,
        Optional<String> successorCode) {

    /** The code of the nation, which contains all provinces. */
    public static final String NATION = "000000";
}
