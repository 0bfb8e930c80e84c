package org.govshare.casework;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.commands.EventsResource;

/** What travels inside a bare response, so that no build finds it by itself. */
@RegisterForReflection(targets = EventsResource.EventResult.class)
final class Reflected {
    private Reflected() {}
}
