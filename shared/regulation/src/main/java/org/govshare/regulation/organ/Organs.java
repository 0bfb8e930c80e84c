package org.govshare.regulation.organ;

import java.util.List;
import java.util.Optional;

/**
 * What the law asks of the registry of agencies and regions. Regions are GB/T 2260 codes of six digits
 * ("130000", "130100", "130102"), agencies are unified social credit codes. Absent means: not registered.
 */
public interface Organs {

    /** The region whose level the agency belongs to. */
    Optional<String> regionOf(String agency);

    /** Who holds the agency's office now: itself, or who succeeded it when it ended. */
    default String holderOf(String agency) {
        return agency;
    }

    /** The agency itself, first, and those that ended and whose office it holds now. */
    default List<String> officesOf(String agency) {
        return List.of(agency);
    }

    /** The region one level up: county to city, city to province, province to nothing. */
    Optional<String> parentOf(String region);

    /** The data sharing authority (主管部门) of the region itself, not of one above it. */
    Optional<String> authorityOf(String region);

    /** The people's government of the region itself. */
    Optional<String> governmentOf(String region);

    /** What kind of body the agency is; a government department where the registry does not say otherwise. */
    default Optional<BodyKind> bodyKindOf(String agency) {
        return regionOf(agency).map(region -> BodyKind.GOVERNMENT_DEPARTMENT);
    }

    /** The ministry that manages the agency from above (垂直管理), such as the tax administration; nothing for others. */
    default Optional<String> ministryOf(String agency) {
        return Optional.empty();
    }

    /**
     * The authority for data sharing of the lowest region that holds both agencies: the one that they share, or the common
     * superior one (共同的上级主管部门, Decree 809 art. 28); nothing where the registry knows none.
     */
    default Optional<String> commonAuthorityOf(String one, String other) {
        return Optional.empty();
    }
}
