package org.govshare.casework.trail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries an auditor wants.
 *
 * @param agency credit code of who acted
 * @param from the law's time, included
 * @param to the law's time, not included
 */
public record AuditFilter(
        Optional<UUID> caseId, Optional<String> agency, Optional<Instant> from, Optional<Instant> to) {}
