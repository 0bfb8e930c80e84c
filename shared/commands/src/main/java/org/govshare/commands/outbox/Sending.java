package org.govshare.commands.outbox;

import java.time.Duration;

/**
 * The outcome of sending a message.
 *
 * @param failure empty if the sink accepted it
 */
record Sending(OutboxMessage message, String failure) {
    private static final long LONGEST_PAUSE_SECONDS = 300;

    static Sending answered(OutboxMessage message, int status) {
        return new Sending(message, status / 100 == 2 ? "" : "status " + status);
    }

    static Sending lost(OutboxMessage message) {
        return new Sending(message, "no answer");
    }

    boolean taken() {
        return failure.isEmpty();
    }

    /** The pause before the next attempt: twice the last one, up to five minutes. */
    Duration pause() {
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(message.attempts(), 8)));
    }
}
