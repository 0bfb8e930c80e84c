package org.govshare.platform.gate;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Counts the events at {@code /} by type and outcome, as {@code govshare.events}: they all have one URI, so the
 * server's own metrics do not distinguish them. A type that no function here takes is counted as {@code other}.
 */
@ApplicationScoped
public class EventCounts {

    /** The outcome of an event. */
    public enum Outcome {
        /** Its function returned. */
        HANDLED,
        /** No function here takes its type. */
        DROPPED,
        /** It is invalid, and always will be. */
        REFUSED,
        /** Its sender is beyond its rate; the broker will send it again. */
        DEFERRED,
        /** Its function failed; the broker will send it again. */
        FAILED
    }

    private final MeterRegistry meters;

    EventCounts(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String type, Outcome outcome) {
        meters.counter(
                        "govshare.events",
                        "type",
                        type,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
