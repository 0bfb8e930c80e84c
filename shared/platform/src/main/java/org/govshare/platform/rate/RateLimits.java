package org.govshare.platform.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often a sender or an address may call; each replica counts for itself. A rate of 0 switches a limit off. */
@ConfigMapping(prefix = "govshare.rate")
public interface RateLimits {

    /** Requests a second of one sender with a valid token, in the long run. */
    @WithDefault("1000")
    int sender();

    /** Requests that one sender may make at once after a pause. */
    @WithDefault("5000")
    int senderBurst();

    /** Requests a second without a valid token from one network address, in the long run. */
    @WithDefault("200")
    int peer();

    /** Requests without a valid token that one address may make at once after a pause. */
    @WithDefault("2000")
    int peerBurst();
}
