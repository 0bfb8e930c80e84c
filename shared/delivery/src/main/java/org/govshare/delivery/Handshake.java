package org.govshare.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.time.LawTime;

/**
 * Asks a new endpoint by a signed ping whether it accepts deliveries. Only an endpoint that accepts replaces the active
 * one. An endpoint that does not accept gets further pings after longer and longer pauses, and is closed after too many
 * failures.
 */
@ApplicationScoped
public class Handshake {
    /** The type of the ping. */
    public static final String PING = "org.govshare.delivery.ping.v1";

    private static final Duration CLAIM = Duration.ofMinutes(1);

    private final Database database;
    private final Endpoints endpoints;
    private final BackOff backOff;
    private final Clock wall;
    private final Clock law;
    private final Trail trail;
    private final String source;

    public Handshake(
            Database database,
            Endpoints endpoints,
            BackOff backOff,
            Clock wall,
            @LawTime Clock law,
            Trail trail,
            @ConfigProperty(name = "govshare.source") String source) {
        this.database = database;
        this.endpoints = endpoints;
        this.backOff = backOff;
        this.wall = wall;
        this.law = law;
        this.trail = trail;
        this.source = source;
    }

    /** Pending endpoints whose next ping is due. */
    public List<UUID> due(int limit) {
        return database.call(connection -> Sql.on(connection, """
                        select id from delivery_endpoint where status = 'pending' and next_attempt_at <= :wall_now
                        order by next_attempt_at limit :limit""")
                .bind("wall_now", wallNow())
                .bind("limit", limit)
                .list(row -> row.getObject(1, UUID.class)));
    }

    /**
     * Pings a pending endpoint whose next ping is due. It waits for the receiver: call it without a transaction.
     *
     * @return the endpoint after the ping; empty if it was not due, or if another process is pinging it
     */
    public Optional<Endpoint> ping(UUID id) {
        Optional<Endpoint> claimed = database.callInNew(connection -> claim(connection, id));
        return claimed.flatMap(endpoint -> {
            Outcome outcome = endpoints.send(endpoint, pingOf(endpoint));
            return database.callInNew(connection -> settle(connection, endpoint, outcome));
        });
    }

    private Optional<Endpoint> claim(Connection connection, UUID id) throws SQLException {
        Instant wallNow = wallNow();
        int claimed = Sql.on(connection, """
                        update delivery_endpoint set next_attempt_at = :next
                        where id = :id and status = 'pending' and next_attempt_at <= :wall_now""")
                .bind("next", wallNow.plus(CLAIM))
                .bind("id", id)
                .bind("wall_now", wallNow)
                .update();
        return claimed == 0 ? Optional.empty() : Endpoints.byId(connection, id);
    }

    private Message pingOf(Endpoint endpoint) {
        String body = "{\"endpoint\":\"" + endpoint.id() + "\",\"city\":\"" + endpoint.city() + "\"}";
        return new Message(endpoint.id() + "-ping", source, PING, endpoint.city(), wallNow(), Message.JSON, body);
    }

    private Optional<Endpoint> settle(Connection connection, Endpoint endpoint, Outcome outcome) throws SQLException {
        if (outcome.accepted()) {
            activate(connection, endpoint);
        } else {
            int failures = endpoint.attempts() + 1;
            Sql.on(connection, """
                            update delivery_endpoint set attempts = :attempts, next_attempt_at = :next, last_error = :error,
                              status = :status
                            where id = :id and status = 'pending'""")
                    .bind("attempts", failures)
                    .bind("next", wallNow().plus(backOff.after(failures)))
                    .bind("error", outcome.error())
                    .bind("status", backOff.givesUpAfter(failures) ? "closed" : "pending")
                    .bind("id", endpoint.id())
                    .update();
        }
        return Endpoints.byId(connection, endpoint.id());
    }

    private void activate(Connection connection, Endpoint endpoint) throws SQLException {
        Sql.on(connection, """
                        update delivery_endpoint set status = 'closed' where city = :city and status = 'active'
                        and exists (select 1 from delivery_endpoint p where p.id = :id and p.status = 'pending' for update)""")
                .bind("city", endpoint.city())
                .bind("id", endpoint.id())
                .update();
        int activated = Sql.on(connection, """
                        update delivery_endpoint set status = 'active', activated_at = :wall_now, attempts = 0, last_error = null
                        where id = :id and status = 'pending'""")
                .bind("wall_now", wallNow())
                .bind("id", endpoint.id())
                .update();
        if (activated > 0) {
            trail.enter(new TrailEntry(
                    Optional.empty(),
                    law.instant(),
                    endpoint.owner(),
                    "",
                    "activated-endpoint",
                    Map.of("endpoint", endpoint.id().toString(), "city", endpoint.city())));
        }
    }

    private Instant wallNow() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
