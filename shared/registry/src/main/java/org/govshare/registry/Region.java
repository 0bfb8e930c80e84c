package org.govshare.registry;

import java.util.Optional;

/**
 * An administrative division.
 *
 * @param code six digits (GB/T 2260)
 * @param parentCode the region one level up; none for a province
 * @param successorCode the region that took over all of its territory once its validity is past
 */
public record Region(
        String code,
        RegionLevel level,
        String name,
        Optional<String> parentCode,
        Validity validity,
        Optional<String> successorCode) {}
