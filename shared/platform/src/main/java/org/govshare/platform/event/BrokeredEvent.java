package org.govshare.platform.event;

import java.util.Optional;

/**
 * A command as a broker delivers it.
 *
 * @param actorJwt the extension attribute {@value #ACTOR}: the sender's token, bound to this one event
 */
public record BrokeredEvent(CommandEvent command, Optional<String> actorJwt) {
    public static final String ACTOR = "actorjwt";
}
