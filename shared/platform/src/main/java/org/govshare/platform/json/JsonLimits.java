package org.govshare.platform.json;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large and how deep JSON from outside may be. JSON beyond a limit is refused with the position and the rule. */
@ConfigMapping(prefix = "govshare.json")
public interface JsonLimits {

    /** Levels of objects and arrays, including the outermost. */
    @WithDefault("32")
    int depth();

    /** Members of one object. */
    @WithDefault("1000")
    int members();

    /** Characters of one member's name. */
    @WithDefault("200")
    int name();

    /** Characters of one text. */
    @WithDefault("65536")
    int text();

    /**
     * Digits of one number written out in full, so that an exponent cannot avoid the limit; every double has fewer than
     * 400.
     */
    @WithDefault("400")
    int digits();

    /** Events of one batch. */
    @WithDefault("100")
    int batch();
}
