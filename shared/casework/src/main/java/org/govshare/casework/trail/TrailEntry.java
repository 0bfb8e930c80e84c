package org.govshare.casework.trail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What happened, before it is chained.
 *
 * @param caseId the case it belongs to, or none
 * @param at the law's time
 * @param agency credit code of who did it; {@code govshare} for the system
 * @param subject the person's {@code sub}, stored only as a keyed hash; empty for the system
 * @param action what was done
 * @param details ids, steps and articles; never personal data or free text
 */
public record TrailEntry(
        Optional<UUID> caseId, Instant at, String agency, String subject, String action, Map<String, String> details) {

    /** Stands for Govshare itself where no agency acted. */
    public static final String SYSTEM = "govshare";

    public TrailEntry {
        details = Map.copyOf(details);
    }
}
