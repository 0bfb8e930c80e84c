package org.govshare.regulation.clock;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a duty must be done at the latest.
 *
 * @param lastDay the last day on which it is in time
 * @param due the end of that day, 24:00 in Asia/Shanghai, exclusive: at this instant it is late
 * @param provisional counted days lie beyond the last known holiday notice, so that it may move
 */
public record DueMoment(LocalDate lastDay, Instant due, boolean provisional) {

    /** Whether something done, or not yet done, at that moment is late. */
    public boolean isLate(Instant at) {
        return !at.isBefore(due);
    }
}
