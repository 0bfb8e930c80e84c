package org.govshare.registry.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.registry.Agency;
import org.govshare.registry.AgencyKind;
import org.govshare.registry.BodyKinds;
import org.govshare.registry.Region;
import org.govshare.regulation.organ.BodyKind;

/** Checks what kind of body an agency is, and the ministry that manages it from above (垂直管理). */
final class BodyCheck {
    static final String MINISTRY = "ministry";
    private static final String BODY_KIND = "body_kind";

    private BodyCheck() {}

    /** The kind that the row names; a government department if it names none. */
    static BodyKind bodyKind(Row row) {
        if (row.optional(BODY_KIND).isEmpty()) {
            return BodyKind.GOVERNMENT_DEPARTMENT;
        }
        BodyKind body = row.choice(BODY_KIND, List.of(BodyKind.values()), BodyKinds::code);
        Optional<String> kind = row.optional("kind");
        if (kind.equals(Optional.of(AgencyKind.GOVERNMENT.code())) && body != BodyKind.GOVERNMENT_DEPARTMENT) {
            row.fault(BODY_KIND, "a government is a " + BodyKinds.code(BodyKind.GOVERNMENT_DEPARTMENT));
        }
        if (kind.equals(Optional.of(AgencyKind.AUTHORITY.code()))
                && body != BodyKind.GOVERNMENT_DEPARTMENT
                && body != BodyKind.AUTHORISED_BODY) {
            row.fault(
                    BODY_KIND,
                    "an authority is a " + BodyKinds.code(BodyKind.GOVERNMENT_DEPARTMENT) + " or an "
                            + BodyKinds.code(BodyKind.AUTHORISED_BODY));
        }
        return body;
    }

    /**
     * Checks that the agency may have a ministry, that its ministry is one, and that the agency may remain the ministry
     * of others.
     *
     * @param agencies as they would be after the load, by credit code
     */
    static void ministry(Row row, Agency agency, Map<String, Agency> agencies) {
        agency.ministry().ifPresent(code -> {
            if (agency.kind() != AgencyKind.AGENCY) {
                row.fault(
                        MINISTRY, "is only for the kind agency: an authority and a government belong to their region");
            } else if (agency.regionCode().equals(Region.NATION)) {
                row.fault(MINISTRY, "is only for a local agency: this one is the nation's");
            } else {
                whyNoMinistry(code, agencies).ifPresent(why -> row.fault(MINISTRY, why));
            }
        });
        if (!isMinistry(agency)) {
            agencies.values().stream()
                    .filter(other -> other.ministry().equals(Optional.of(agency.creditCode())))
                    .map(Agency::creditCode)
                    .filter(other -> !other.equals(agency.creditCode()))
                    .min(String::compareTo)
                    .ifPresent(other -> row.fault(
                            agency.kind() == AgencyKind.AGENCY ? "region_code" : "kind",
                            "does not fit: " + other + " names this agency as its ministry"));
        }
    }

    private static Optional<String> whyNoMinistry(String code, Map<String, Agency> agencies) {
        Agency named = agencies.get(code);
        if (named == null) {
            return Optional.of("'" + code + "' is not a known agency");
        }
        return isMinistry(named)
                ? Optional.empty()
                : Optional.of(code + " is not a ministry: no agency of the nation (" + Region.NATION
                        + ") of the kind agency");
    }

    private static boolean isMinistry(Agency agency) {
        return agency.kind() == AgencyKind.AGENCY && agency.regionCode().equals(Region.NATION);
    }
}
