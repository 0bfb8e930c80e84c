package org.govshare.commands.trail;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.identity.Caller;

/**
 * An entry of the trail before it is chained.
 *
 * @param caseId the case to whose chain it belongs, or none
 * @param about the case that it is about without being in its chain, such as the case of a reading; it needs no lock on
 *     the case
 * @param at the law's time
 * @param agency credit code of the agency that acted; {@code govshare} for the system
 * @param subject the person's {@code sub}, stored only as a keyed hash; empty for the system
 * @param action the action
 * @param details ids, steps and articles; never personal data or free text
 */
public record TrailEntry(
        Optional<UUID> caseId,
        Optional<UUID> about,
        Instant at,
        String agency,
        String subject,
        String action,
        Map<String, String> details) {

    /** The agency of entries that Govshare itself makes. */
    public static final String SYSTEM = "govshare";

    /** The agency of entries for a caller who acts for none. */
    public static final String NONE = "none";

    /** Name of the detail that holds a contractor's credit code. */
    public static final String CONTRACTOR = "contractor";

    public TrailEntry {
        details = Map.copyOf(details);
    }

    /** Makes an entry in the chain of its case, or one about no case. */
    public TrailEntry(
            Optional<UUID> caseId,
            Instant at,
            String agency,
            String subject,
            String action,
            Map<String, String> details) {
        this(caseId, Optional.empty(), at, agency, subject, action, details);
    }

    /** The same entry with the case that it is about; it stays in the chain of its agency and day. */
    public TrailEntry about(Optional<UUID> id) {
        return new TrailEntry(caseId, id, at, agency, subject, action, details);
    }

    /**
     * Makes an entry of what a caller did; the details name a contractor and the principal for which it acted (Hebei
     * art. 27).
     */
    public static TrailEntry by(
            Caller caller, Optional<UUID> caseId, Instant at, String action, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        caller.contractor().ifPresent(code -> all.put(CONTRACTOR, code));
        String agency = caller.agency().isEmpty() ? NONE : caller.agency();
        return new TrailEntry(caseId, at, agency, caller.subject(), action, all);
    }
}
