package org.govshare.platform.gate;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/**
 * Counts what came to {@code /}, by event type and outcome, as {@code govshare.events}: all of it has one URI, so the
 * server's own metrics do not distinguish them. A type that nobody here takes is counted as {@code other}.
 */
@ApplicationScoped
public class EventCounts {

    /** What became of an event. */
    public enum Outcome {
        /** Its function returned. */
        HANDLED,
        /** Nobody here takes it. */
        DROPPED,
        /** It was not fit to be taken, and never will be. */
        REFUSED,
        /** Its sender is beyond its rate; it will come again. */
        DEFERRED,
        /** Its function failed; it will come again. */
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
