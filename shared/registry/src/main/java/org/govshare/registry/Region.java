package org.govshare.registry;

import java.util.Optional;

/**
 * An administrative division.
 *
 * @param code six digits (GB/T 2260)
 * @param parentCode the region one level up; none for a province
 */
public record Region(String code, RegionLevel level, String name, Optional<String> parentCode, Validity validity) {}
