package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.delivery.Endpoint;
import org.govshare.delivery.Endpoints;
import org.govshare.delivery.Message;
import org.govshare.delivery.Outcome;
import org.govshare.platform.sql.Database;
import org.govshare.platform.time.LawTime;

/**
 * Pushes some batches of one stream (Hebei art. 22 para. 3). Each batch is leased, sent without a transaction, and
 * moves the cursor only after the city has accepted it. A process that has lost the lease meanwhile does not move the
 * cursor. So a batch may arrive twice, but none is skipped.
 */
@ApplicationScoped
class PushSlice {
    static final String BATCH = "org.govshare.backflow.batch.v1";
    static final int MOST_BATCHES = 8;
    /** The pause before another look for changes that the feed does not show yet. */
    private static final Duration HELD_BACK = Duration.ofSeconds(1);

    private final Streams streams;
    private final Batches batches;
    private final Endpoints endpoints;
    private final Database database;
    private final Trail trail;
    private final Wakes wakes;
    private final Clock law;
    private final Clock wall;
    private final String source;

    PushSlice(
            Streams streams,
            Batches batches,
            Endpoints endpoints,
            Database database,
            Trail trail,
            Wakes wakes,
            @LawTime Clock law,
            Clock wall,
            @ConfigProperty(name = "govshare.source") String source) {
        this.streams = streams;
        this.batches = batches;
        this.endpoints = endpoints;
        this.database = database;
        this.trail = trail;
        this.wakes = wakes;
        this.law = law;
        this.wall = wall;
        this.source = source;
    }

    /**
     * Pushes until the city has everything, a delivery fails, or the slice is complete; a complete slice wakes the next
     * one. If another replica pushes the stream, this method asks that replica to look for changes once more.
     */
    void run(StreamKey stream) {
        for (int i = 1; i <= MOST_BATCHES; i++) {
            if (!one(stream, i == MOST_BATCHES)) {
                return;
            }
        }
    }

    /**
     * Pushes one batch and returns whether to look for another. After the last batch of this slice, the next slice does
     * so.
     */
    private boolean one(StreamKey stream, boolean last) {
        Optional<Lease> taken = take(stream);
        if (taken.isEmpty()) {
            return false;
        }
        Lease lease = taken.get();
        Optional<Endpoint> endpoint = endpoints.active(stream.city());
        if (endpoint.isEmpty()) {
            return giveBack(lease, last, false);
        }
        Optional<Batch> made = batches.next(lease);
        if (made.isEmpty()) {
            return giveBack(lease, last, batches.isHeldBack(lease));
        }
        Outcome outcome = endpoints.send(endpoint.get(), message(stream, made.get()));
        if (!outcome.accepted()) {
            streams.fail(lease, outcome.error());
            return false;
        }
        return settle(lease, made.get(), last);
    }

    /** Between the two attempts, a replica that did not see the request may have released the lease. */
    private Optional<Lease> take(StreamKey stream) {
        Optional<Lease> taken = streams.take(stream);
        return taken.isPresent() || streams.knock(stream) ? taken : streams.take(stream);
    }

    private boolean giveBack(Lease lease, boolean last, boolean heldBack) {
        return database.callInNew(connection -> {
            boolean woken = streams.release(connection, lease);
            if (woken && last) {
                wakes.now(lease.stream());
            }
            if (heldBack) {
                wakes.at(
                        connection,
                        lease.stream(),
                        wall.instant().plus(HELD_BACK).truncatedTo(ChronoUnit.MICROS));
            }
            return woken;
        });
    }

    private Message message(StreamKey stream, Batch batch) {
        return new Message(batch.id(), source, BATCH, stream.subject(), wall.instant(), Message.NDJSON, batch.body());
    }

    private boolean settle(Lease lease, Batch batch, boolean last) {
        return database.callInNew(connection -> {
            // The city has the batch even if the lease is no longer valid, so the trail records it in both cases.
            enter(batch);
            if (!streams.advance(
                    connection, lease, batch.next(), batch.manifest().count())) {
                return false;
            }
            if (last) {
                wakes.now(lease.stream());
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
