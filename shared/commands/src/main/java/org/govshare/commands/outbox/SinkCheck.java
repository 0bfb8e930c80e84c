package org.govshare.commands.outbox;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** A process without a target for its notifications is not ready: its commands would have no further effect. */
@Readiness
@ApplicationScoped
public class SinkCheck implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(SinkCheck.class);
    private static final String WHY = "govshare.sink (K_SINK) is not set: no notification is sent";

    private final Sink sink;

    SinkCheck(Sink sink) {
        this.sink = sink;
    }

    void atStart(@Observes StartupEvent started) {
        if (!sink.known()) {
            LOG.errorf("not ready, %s", WHY);
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("Sink").status(sink.known());
        return sink.known() ? answer.build() : answer.withData("why", WHY).build();
    }
}
