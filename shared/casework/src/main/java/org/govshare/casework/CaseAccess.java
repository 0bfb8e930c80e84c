package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.regulation.procedure.Organs;

/** Who may see a case: its parties, the organs a rung was addressed to, and auditors and operators of its region or above. */
@ApplicationScoped
public class CaseAccess {
    private final Organs organs;

    CaseAccess(Organs organs) {
        this.organs = organs;
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

    /** Whether the caller looks on for others rather than acting: an auditor or operator. */
    public static boolean watches(Caller caller) {
        return caller.has(Roles.AUDITOR) || caller.has(Roles.OPERATOR);
    }

    private static boolean isParty(Caller caller, CaseFile file) {
        return CaseParty.count("caseId = ?1 and agency = ?2", file.id, caller.agency()) > 0;
    }

    private static boolean isAddressed(Caller caller, CaseFile file) {
        return ClockRung.<ClockRung>list("caseId = ?1 and firedAt is not null", file.id).stream()
                .anyMatch(rung -> rung.addressees.contains(caller.agency()));
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
