package org.govshare.delivery;

import java.util.Optional;

/**
 * The outcome of one attempt.
 *
 * @param status the HTTP status, if anything answered
 * @param error why it was not accepted; empty if it was
 * @param millis how long it took
 */
public record Outcome(Optional<Integer> status, String error, int millis) {

    /** Whether the receiver answered 2xx: only then is the message delivered. */
    public boolean accepted() {
        return error.isEmpty();
    }

    static Outcome answered(int status, int millis) {
        return new Outcome(Optional.of(status), status / 100 == 2 ? "" : "HTTP " + status, millis);
    }

    static Outcome failed(String error, int millis) {
        return new Outcome(Optional.empty(), error, millis);
    }
}
