package org.govshare.platform.gate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of a request that the gate checks before anything reads it. */
@ConfigMapping(prefix = "govshare.request")
public interface GateLimits {

    /** Characters of the path and query together. */
    @WithDefault("4096")
    int uri();

    /** Characters of all headers together. */
    @WithDefault("16384")
    int headers();
}
