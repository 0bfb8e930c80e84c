package org.govshare.casework.audit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.identity.CreditCode;

/**
 * Which entries an auditor wants.
 *
 * @param agency credit code of who acted
 * @param from the law's time, included
 * @param to the law's time, not included
 */
public record AuditFilter(
        Optional<UUID> caseId, Optional<String> agency, Optional<Instant> from, Optional<Instant> to) {

    /** What was asked for besides the case, as details of the entry that says so; an agency's code only in its form. */
    public Map<String, String> asked() {
        Map<String, String> asked = new HashMap<>();
        agency.ifPresent(code -> asked.put("of", CreditCode.isValid(code) ? code : "unknown"));
        from.ifPresent(moment -> asked.put("from", moment.toString()));
        to.ifPresent(moment -> asked.put("to", moment.toString()));
        return asked;
    }
}
