package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.casework.outbox.Outbox;
import org.govshare.casework.trail.Trail;
import org.govshare.casework.trail.TrailEntry;
import org.govshare.delivery.Endpoint;
import org.govshare.delivery.Endpoints;
import org.govshare.delivery.Message;
import org.govshare.delivery.Outcome;
import org.govshare.platform.time.LawTime;
import org.govshare.records.Database;
import org.govshare.records.RecordStore;

/**
 * Pushes some batches of one stream (Hebei art. 22 para. 3). Each is leased, sent without a transaction, and moves the
 * cursor only when the city has accepted it; who loses the lease meanwhile moves nothing. A batch may thus arrive twice,
 * and never is one left out.
 */
@ApplicationScoped
class PushSlice {
    static final String BATCH = "org.govshare.backflow.batch.v1";
    static final int MOST_BATCHES = 8;

    private final Streams streams;
    private final Batches batches;
    private final Endpoints endpoints;
    private final Database database;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock law;
    private final Clock wall;
    private final String source;

    PushSlice(
            Streams streams,
            Batches batches,
            Endpoints endpoints,
            Database database,
            Trail trail,
            Outbox outbox,
            @LawTime Clock law,
            Clock wall,
            @ConfigProperty(name = "govshare.source") String source) {
        this.streams = streams;
        this.batches = batches;
        this.endpoints = endpoints;
        this.database = database;
        this.trail = trail;
        this.outbox = outbox;
        this.law = law;
        this.wall = wall;
        this.source = source;
    }

    /** Pushes until the city has everything, something fails, or the slice is done, which wakes the next one. */
    void run(StreamKey stream) {
        for (int i = 1; i <= MOST_BATCHES; i++) {
            if (!one(stream, i == MOST_BATCHES)) {
                return;
            }
        }
    }

    /** Pushes one batch; whether it was accepted and there is more. */
    private boolean one(StreamKey stream, boolean last) {
        Optional<Lease> taken = streams.take(stream);
        if (taken.isEmpty()) {
            return false;
        }
        Lease lease = taken.get();
        Optional<Endpoint> endpoint = endpoints.active(stream.city());
        Optional<Batch> made = endpoint.isEmpty() ? Optional.empty() : batches.next(lease);
        if (made.isEmpty()) {
            streams.release(lease);
            return false;
        }
        Outcome outcome = endpoints.send(endpoint.get(), message(stream, made.get()));
        if (!outcome.accepted()) {
            streams.fail(lease, outcome.error());
            return false;
        }
        return settle(lease, made.get(), last) && made.get().more();
    }

    private Message message(StreamKey stream, Batch batch) {
        return new Message(batch.id(), source, BATCH, stream.subject(), wall.instant(), Message.NDJSON, batch.body());
    }

    private boolean settle(Lease lease, Batch batch, boolean last) {
        return database.callInNew(connection -> {
            // The city has it whether or not the lease still stands, so the trail says so in either case.
            enter(batch);
            if (!streams.advance(
                    connection, lease, batch.next(), batch.manifest().count())) {
                return false;
            }
            if (last && batch.more()) {
                StreamKey stream = lease.stream();
                outbox.add(
                        RecordStore.WAKE, stream.subject(), Map.of("city", stream.city(), "dataset", stream.dataset()));
            }
            return true;
        });
    }

    private void enter(Batch batch) {
        Instant at = law.instant().truncatedTo(ChronoUnit.MICROS);
        Manifest manifest = batch.manifest();
        trail.enter(new TrailEntry(
                Optional.empty(),
                at,
                TrailEntry.SYSTEM,
                "",
                "delivered-batch",
                Map.of(
                        "stream", manifest.stream(),
                        "message", batch.id(),
                        "kind", manifest.kind(),
                        "count", Integer.toString(manifest.count()),
                        "digest", manifest.digest())));
    }
}
