package org.govshare.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings for deliveries to other organisations; all times are wall time. */
@ConfigMapping(prefix = "govshare.delivery")
public interface DeliveryConfig {

    /** For development only: allows plain HTTP, and addresses of this machine and of private networks. */
    @WithDefault("false")
    boolean allowPrivate();

    /** Whether bodies are sent compressed; signatures are always over the uncompressed body. */
    @WithDefault("false")
    boolean gzip();

    /** The time from connecting (after the look-up of the name) to the answer's status. */
    @WithDefault("PT15S")
    Duration timeout();

    /** The pause between the first failure and the second attempt; it doubles with each failure. */
    @WithDefault("PT1S")
    Duration firstPause();

    @WithDefault("PT10M")
    Duration longestPause();

    /** The number of failures in a row after which a delivery is given up until somebody starts it again. */
    @WithDefault("40")
    int maxAttempts();
}
