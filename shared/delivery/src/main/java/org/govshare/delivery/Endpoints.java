package org.govshare.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.govshare.delivery.Endpoint.Status;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;

/** The endpoints of cities: registers them, finds them, and sends to them. */
@ApplicationScoped
public class Endpoints {
    private static final String SELECT =
            "select id, owner, city, url, status, attempts, last_error from delivery_endpoint ";

    private final Database database;
    private final Webhooks webhooks;
    private final Clock wall;

    public Endpoints(Database database, Webhooks webhooks, Clock wall) {
        this.database = database;
        this.webhooks = webhooks;
        this.wall = wall;
    }

    /**
     * Adds a pending endpoint in the caller's transaction; it replaces one that is still pending.
     *
     * @param secret a {@link Secret#isWellFormed} key that the receiver has made
     */
    public UUID register(String owner, String city, String url, String secret) {
        UUID id = UUID.randomUUID();
        Instant wallNow = wall.instant().truncatedTo(ChronoUnit.MICROS);
        return database.call(connection -> {
            // Without this lock, two concurrent registrations would both find no pending endpoint to close.
            Sql.on(connection, "select 1 from pg_advisory_xact_lock(hashtextextended(:lock, 0))")
                    .bind("lock", "delivery_endpoint/" + city)
                    .any();
            Sql.on(
                            connection,
                            "update delivery_endpoint set status = 'closed' where city = :city and status = 'pending'")
                    .bind("city", city)
                    .update();
            Sql.on(connection, """
                            insert into delivery_endpoint (id, owner, city, url, status, created_at, next_attempt_at)
                            values (:id, :owner, :city, :url, 'pending', :wall_now, :wall_now)""")
                    .bind("id", id)
                    .bind("owner", owner)
                    .bind("city", city)
                    .bind("url", url)
                    .bind("wall_now", wallNow)
                    .update();
            Sql.on(connection, "insert into delivery_secret (endpoint_id, secret) values (:id, :secret)")
                    .bind("id", id)
                    .bind("secret", secret)
                    .update();
            return id;
        });
    }

    /** The endpoint that receives the city's deliveries now. */
    public Optional<Endpoint> active(String city) {
        return database.call(connection -> Sql.on(connection, SELECT + "where city = :city and status = 'active'")
                .bind("city", city)
                .first(Endpoints::endpoint));
    }

    /** The city's endpoints, newest first, including closed ones. */
    public List<Endpoint> of(String city, int limit) {
        return database.call(
                connection -> Sql.on(connection, SELECT + "where city = :city order by created_at desc limit :limit")
                        .bind("city", city)
                        .bind("limit", limit)
                        .list(Endpoints::endpoint));
    }

    /** An endpoint by its id, in any state. */
    public Optional<Endpoint> find(UUID id) {
        return database.call(connection -> byId(connection, id));
    }

    /** The fault in the form of an address. The host's address is checked at every delivery. */
    public Optional<AddressFault> faultOfForm(String url) {
        return webhooks.faultOfForm(url);
    }

    static Optional<Endpoint> byId(Connection connection, UUID id) throws SQLException {
        return Sql.on(connection, SELECT + "where id = :id").bind("id", id).first(Endpoints::endpoint);
    }

    /** Sends to an endpoint and stores the outcome. It waits for the receiver: call it without a transaction. */
    public Outcome send(Endpoint endpoint, Message message) {
        String secret = database.callInNew(
                        connection -> Sql.on(connection, "select secret from delivery_secret where endpoint_id = :id")
                                .bind("id", endpoint.id())
                                .first(row -> row.getString(1)))
                .orElseThrow();
        Instant wallNow = wall.instant();
        Outcome outcome = webhooks.post(endpoint.url(), secret, message);
        database.callInNew(connection -> Sql.on(connection, """
                        insert into delivery_attempt (endpoint_id, message_id, type, subject, at, millis, status, error)
                        values (:endpoint, :message, :type, :subject, :wall_now, :millis, :status, nullif(:error, ''))""")
                .bind("endpoint", endpoint.id())
                .bind("message", message.id())
                .bind("type", message.type())
                .bind("subject", message.subject())
                .bind("wall_now", wallNow)
                .bind("millis", outcome.millis())
                .bind("status", outcome.status().orElse(null))
                .bind("error", outcome.error())
                .update());
        return outcome;
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        return new Endpoint(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("city"),
                row.getString("url"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("last_error")));
    }
}
