package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.Optional;

/**
 * A clock of another case that an organ acts about.
 *
 * @param kind of that case's procedure, such as {@code share-request}
 * @param duty name of the clock
 * @param obligor credit code of the agency that owed the duty
 * @param due its due moment as it is counted now, exclusive
 * @param endedAt when the duty was done or fell away
 */
public record Breach(String kind, String duty, String obligor, Instant due, Optional<Instant> endedAt) {

    /** Whether the period was over before the duty was done, or is over and it is not done. */
    public boolean isLate(Instant now) {
        return !endedAt.orElse(now).isBefore(due);
    }
}
