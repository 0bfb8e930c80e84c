package org.govshare.backflow;

import io.quarkus.funqy.Funq;
import io.quarkus.funqy.knative.events.CloudEventMapping;
import io.quarkus.funqy.knative.events.EventAttribute;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.outbox.OutboxSender;

/**
 * Takes the tick that a PingSource sends each minute in a cluster, and looks for work that a lost notification or a
 * dead replica left behind.
 */
@ApplicationScoped
public class PingFunction {
    private final SweepStreams sweep;
    private final OutboxSender outbox;

    PingFunction(SweepStreams sweep, OutboxSender outbox) {
        this.sweep = sweep;
        this.outbox = outbox;
    }

    @Funq("backflow-ping")
    @CloudEventMapping(
            trigger = "dev.knative.sources.ping",
            attributes = @EventAttribute(name = "wakes", value = "backflow"))
    public void ping() {
        sweep.sweep();
        outbox.wake();
    }
}
