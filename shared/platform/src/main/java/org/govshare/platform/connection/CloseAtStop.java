package org.govshare.platform.connection;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * When a stop begins, closes connections that wait for their clients: the stop waits only for requests that have
 * arrived whole.
 */
@ApplicationScoped
class CloseAtStop {
    private final Vertx vertx;

    CloseAtStop(Vertx vertx) {
        this.vertx = vertx;
    }

    void stopping(@Observes ShutdownDelayInitiatedEvent begun) {
        if (((VertxInternal) vertx).transport() instanceof WatchedTransport watched) {
            watched.stop();
        }
    }
}
