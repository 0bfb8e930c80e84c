package org.govshare.registry;

import java.util.Optional;
import org.govshare.regulation.organ.BodyKind;

/**
 * A government department, an authority for data sharing, a government, or another body that takes part in sharing.
 *
 * @param creditCode unified social credit code, 18 characters
 * @param regionCode the region it serves, six digits (GB/T 2260); {@link Region#NATION} for the nation's
 * @param successor credit code of the agency that holds its office after its validity
 * @param auditBody whether the registry marks it as an audit body for data sharing in its region and the regions below
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

    /**
     * Whether it sees more than its own cases: an authority, a government or an audit body sees those of its region and
     * of the regions below.
     */
    public boolean oversees() {
        return kind != AgencyKind.AGENCY || auditBody;
    }
}
