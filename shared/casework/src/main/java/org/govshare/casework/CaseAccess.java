package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.registry.Registry;
import org.govshare.regulation.procedure.Organs;

/** Who may see a case: its parties, the organs a rung was addressed to, and auditors and operators of its region or above whose agency is in office. */
@ApplicationScoped
public class CaseAccess {
    private final Organs organs;
    private final Registry registry;

    CaseAccess(Organs organs, Registry registry) {
        this.organs = organs;
        this.registry = registry;
    }

    public boolean sees(Caller caller, CaseFile file) {
        if (caller.agency().isEmpty()) {
            return false;
        }
        if (caller.actsForAgency() && (isParty(caller, file) || isAddressed(caller, file))) {
            return true;
        }
        return watches(caller) && covers(caller.agency(), file.region);
    }

    /** Whether the caller looks on for others rather than acting: an auditor or operator of an agency in office today. */
    public boolean watches(Caller caller) {
        return (caller.has(Roles.AUDITOR) || caller.has(Roles.OPERATOR))
                && registry.outOfOffice(caller.agency()).isEmpty();
    }

    /** A party, or who holds the office of one that has ended. */
    private boolean isParty(Caller caller, CaseFile file) {
        return CaseParty.count("caseId = ?1 and agency in ?2", file.id, organs.officesOf(caller.agency())) > 0;
    }

    private boolean isAddressed(Caller caller, CaseFile file) {
        List<String> offices = organs.officesOf(caller.agency());
        return ClockRung.<ClockRung>list("caseId = ?1 and firedAt is not null", file.id).stream()
                .anyMatch(rung -> offices.stream().anyMatch(rung.addressees::contains));
    }

    private boolean covers(String agency, String region) {
        Optional<String> own = organs.regionOf(agency);
        Optional<String> at = Optional.of(region);
        while (own.isPresent() && at.isPresent()) {
            if (at.equals(own)) {
                return true;
            }
            at = organs.parentOf(at.get());
        }
        return false;
    }
}
