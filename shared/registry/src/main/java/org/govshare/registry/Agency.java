package org.govshare.registry;

import java.util.Optional;
import org.govshare.regulation.organ.BodyKind;

/**
 * A government department, an authority for data sharing, a government, or another body that takes part in sharing.
 *
 * @param creditCode unified social credit code, 18 characters
 * @param regionCode the region it serves, six digits (GB/T 2260); {@link Region#NATION} for the nation's
 * @param successor credit code of the agency that holds its office once its validity is past
 * @param auditBody whether the registry marks it as an audit body for data sharing in its region and below
 * @param ministry credit code of the agency of the nation that manages it from above (垂直管理), as tax and customs are
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
        boolean auditBody,
        BodyKind bodyKind,
        Optional<String> ministry) {

    /** Whether it sees beyond its own cases: an authority, a government, an audit body, within its region and below. */
    public boolean oversees() {
        return kind != AgencyKind.AGENCY || auditBody;
    }
}
