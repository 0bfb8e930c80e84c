package org.govshare.backflow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * The state of one stream.
 *
 * @param state {@code snapshot}, {@code changes}, {@code dead}, or {@code halted} while the law lets nothing flow, with
 *     the reason as the last error; it goes on from its cursor once that is lifted
 * @param cursor the last key of the snapshot, or the last position in the feed, that the city holds
 * @param records how many records lie in the territory now; counted only where one stream is read, as {@code byPrefix} and
 *     {@code withoutCity} are
 * @param byPrefix how many of them lie there only by the first four digits of a code that the region table lacks
 * @param withoutCity how many records of the dataset bear a code of the city's province that falls to no city: they are in
 *     no stream
 * @param pending changes the city does not hold yet, counted up to 10,000
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
