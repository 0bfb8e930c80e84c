package org.govshare.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses after failures in a row: they double up to a bound and are partly random, so that many deliveries do not
 * retry at once.
 */
@ApplicationScoped
public class BackOff {
    private static final int MAX_DOUBLINGS = 30;

    private final DeliveryConfig config;

    public BackOff(DeliveryConfig config) {
        this.config = config;
    }

    /** The pause after this many failures (1 or more): between half of the full pause and all of it. */
    public Duration after(int failures) {
        int doublings = Math.min(failures - 1, MAX_DOUBLINGS);
        long doubled = config.firstPause().toMillis() << doublings;
        long full = Math.max(1, Math.min(doubled, config.longestPause().toMillis()));
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    /** Whether so many failures in a row are enough to give up. */
    public boolean givesUpAfter(int failures) {
        return failures >= config.maxAttempts();
    }
}
