package org.govshare.commands.outbox;

import java.time.Duration;

/**
 * How the sending of a message ended.
 *
 * @param failure empty when the sink took it
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

    /** Before the next attempt: twice the last one, up to five minutes. */
    Duration pause() {
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(message.attempts(), 8)));
    }
}
