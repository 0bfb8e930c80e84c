package org.govshare.escalation;

import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;

/** The cluster's minute: a PingSource can't send our tick's type, so its own type is a tick too; {@code wakes} distinguishes them. */
@ApplicationScoped
public class PingFunction {
    private final TickFunction tick;

    PingFunction(TickFunction tick) {
        this.tick = tick;
    }

    @Funq("escalation-ping")
    @CloudEventMapping(
            trigger = "dev.knative.sources.ping",
            attributes = @EventAttribute(name = "wakes", value = "escalation"))
    public void ping() {
        tick.tick();
    }
}
