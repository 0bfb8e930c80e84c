package org.govshare.registry;

import java.util.Optional;

/**
 * A government department, an authority for data sharing, or a government.
 *
 * @param creditCode unified social credit code, 18 characters
 * @param regionCode the region it serves, six digits (GB/T 2260)
 * @param successor credit code of the agency that holds its office once its validity is past
 * @param auditBody whether the registry marks it as an audit body for data sharing in its region and below
 */
public record Agency(
        String creditCode,
        String name,
        String nameEn,
        String shortName,
        String regionCode,
        AgencyKind kind,
        Validity validity,
        Optional<String> successor,
        boolean auditBody) {

    /** Whether it sees beyond its own cases: an authority, a government, an audit body, within its region and below. */
    public boolean oversees() {
        return kind != AgencyKind.AGENCY || auditBody;
    }
}
