package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The state of one stream.
 *
 * @param state {@code snapshot}, {@code changes}, {@code dead}, or {@code halted} while the law forbids the flow, with
 *     the reason as the last error; it goes on from its cursor when the reason no longer applies
 * @param cursor the last key of the snapshot, or the last position in the feed, that the city has
 * @param records how many records are in the territory now; only for a single stream, like {@code byPrefix} and {@code
 *     withoutCity}
 * @param byPrefix how many of them are there only by the first four digits of a code that is not in the region table
 * @param withoutCity how many records of the dataset have a code of the city's province that belongs to no city: they
 *     are in no stream
 * @param pending changes that the city does not have yet, counted up to 10,000
 * @param lagSeconds age of the oldest of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamView(
        String city,
        String dataset,
        String state,
        String cursor,
        Long records,
        Long byPrefix,
        Long withoutCity,
        long sentBatches,
        long sentLines,
        Instant lastSentAt,
        long pending,
        Long lagSeconds,
        int attempts,
        Instant nextAttemptAt,
        String lastError) {}
