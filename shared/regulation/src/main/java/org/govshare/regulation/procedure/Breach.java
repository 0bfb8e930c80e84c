package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A clock of another case that an organ acts about.
 *
 * @param kind of that case's procedure, such as {@code share-request}
 * @param duty name of the clock
 * @param obligor credit code of the agency that owed the duty
 * @param due its due moment as it is counted now, exclusive
 * @param dueUnder the due moment under each text that sets a period for the duty, by the pack's id; empty where one does
 * @param endedAt when the duty was done or fell away
 */
public record Breach(
        String kind,
        String duty,
        String obligor,
        Instant due,
        Map<String, Instant> dueUnder,
        Optional<Instant> endedAt) {
    public Breach {
        dueUnder = Map.copyOf(dueUnder);
    }

    /** A breach of a clock that one text alone sets. */
    public Breach(String kind, String duty, String obligor, Instant due, Optional<Instant> endedAt) {
        this(kind, duty, obligor, due, Map.of(), endedAt);
    }

    /**
     * Whether the period was over before the duty was done, or is over and it is not done.
     *
     * @param pack whose own period counts: what is in time under it, or what it set no period for, is no breach of it
     */
    public boolean isLate(String pack, Instant now) {
        var counted = dueUnder.isEmpty() ? Optional.of(due) : Optional.ofNullable(dueUnder.get(pack));
        return counted.filter(moment -> !endedAt.orElse(now).isBefore(moment)).isPresent();
    }
}
