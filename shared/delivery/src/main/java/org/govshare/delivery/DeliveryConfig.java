package org.govshare.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How deliveries to other organisations behave; wall time throughout. */
@ConfigMapping(prefix = "govshare.delivery")
public interface DeliveryConfig {

    /** Development only: addresses of this machine and of private networks, and plain HTTP, may be delivered to. */
    @WithDefault("false")
    boolean allowPrivate();

    /** Bodies travel compressed; signatures are over the uncompressed body either way. */
    @WithDefault("false")
    boolean gzip();

    /** From connecting, after the look-up of the name, to the answer's status. */
    @WithDefault("PT15S")
    Duration timeout();

    /** Between the first failure and the second attempt; doubles with each failure. */
    @WithDefault("PT1S")
    Duration firstPause();

    @WithDefault("PT10M")
    Duration longestPause();

    /** After so many failures in a row a delivery is given up until somebody starts it again. */
    @WithDefault("40")
    int maxAttempts();
}
