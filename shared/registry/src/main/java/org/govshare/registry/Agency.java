package org.govshare.registry;

/**
 * A government department, an authority for data sharing, or a government.
 *
 * @param creditCode unified social credit code, 18 characters
 * @param regionCode the region it serves, six digits (GB/T 2260)
 */
public record Agency(
        String creditCode,
        String name,
        String nameEn,
        String shortName,
        String regionCode,
        AgencyKind kind,
        Validity validity) {}
