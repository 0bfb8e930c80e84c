package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import org.govshare.delivery.Endpoint;
import org.govshare.delivery.Handshake;

/** Makes a city's endpoint the active one, so that its streams can flow. */
@ApplicationScoped
class Activation {
    private final Handshake handshake;
    private final Streams streams;
    private final ExecutorService workers;

    Activation(Handshake handshake, Streams streams, ExecutorService workers) {
        this.handshake = handshake;
        this.streams = streams;
        this.workers = workers;
    }

    List<UUID> due(int limit) {
        return handshake.due(limit);
    }

    /** Pings a pending endpoint. After it accepts, streams of its city that were given up go on. */
    Optional<Endpoint> ping(UUID endpoint) {
        Optional<Endpoint> pinged = handshake.ping(endpoint);
        pinged.filter(e -> e.status() == Endpoint.Status.ACTIVE).ifPresent(e -> streams.revive(e.city()));
        return pinged;
    }

    /** Pings without making the caller wait. If this fails, the sweep pings. */
    void pingSoon(UUID endpoint) {
        workers.execute(() -> ping(endpoint));
    }
}
