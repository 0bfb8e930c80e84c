package org.govshare.registry;

import java.util.Optional;

/**
 * An administrative division, or the nation.
 *
 * @param code six digits (GB/T 2260); {@link #NATION} for the nation
 * @param parentCode the region one level up, for a province the nation; none for the nation
 * @param successorCode the region that took over all of its territory once its validity is past
 */
public record Region(
        String code,
        RegionLevel level,
        String name,
        Optional<String> parentCode,
        Validity validity,
        Optional<String> successorCode) {

    /** The code of the nation, which holds all provinces. */
    public static final String NATION = "000000";
}
