package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.registry.Registry;
import org.govshare.regulation.organ.Organs;

/**
 * Who may see a case: those who act, audit or operate for a party or for an organ to which a rung was addressed, and the
 * auditors of an authority, a government or an audit body that is in office in the case's region or above.
 */
@ApplicationScoped
public class CaseAccess {
    private final Organs organs;
    private final Registry registry;

    CaseAccess(Organs organs, Registry registry) {
        this.organs = organs;
        this.registry = registry;
    }

    public boolean sees(Caller caller, CaseFile file) {
        return seesOwn(caller) && (isParty(caller, file) || isAddressed(caller, file)) || oversees(caller, file.region);
    }

    /** Whether the caller sees what its agency has part in: one who acts for it, and its auditors and operators. */
    public boolean seesOwn(Caller caller) {
        return !caller.agency().isEmpty()
                && (caller.actsForAgency() || caller.has(Roles.AUDITOR) || caller.has(Roles.OPERATOR));
    }

    /** Whether the caller sees what others do in its agency's region and below: an auditor of one that oversees today. */
    public boolean oversees(Caller caller) {
        return caller.has(Roles.AUDITOR) && registry.oversees(caller.agency());
    }

    /** Whether the region lies within what the caller oversees. */
    public boolean oversees(Caller caller, String region) {
        return oversees(caller) && covers(caller.agency(), region);
    }

    /** Whether the case lies in the territory of an agency that oversees today, whatever the caller's role. */
    public boolean isInTerritory(Caller caller, CaseFile file) {
        return registry.oversees(caller.agency()) && covers(caller.agency(), file.region);
    }

    /** A party, or the agency that holds the office of a party that has ended. */
    private boolean isParty(Caller caller, CaseFile file) {
        return CaseParty.count("caseId = ?1 and agency in ?2", file.id, organs.officesOf(caller.agency())) > 0;
    }

    private boolean isAddressed(Caller caller, CaseFile file) {
        List<String> offices = organs.officesOf(caller.agency());
        return ClockRung.<ClockRung>list("caseId = ?1 and firedAt is not null", file.id).stream()
                .anyMatch(rung -> offices.stream().anyMatch(rung.addressees::contains));
    }

    private boolean covers(String agency, String region) {
        return organs.regionOf(agency)
                .filter(own -> registry.regionsUpward(region).contains(own))
                .isPresent();
    }
}
