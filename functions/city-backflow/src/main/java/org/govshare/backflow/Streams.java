package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.delivery.BackOff;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.records.ChangeFeed;
import org.govshare.records.FeedPosition;
import org.govshare.registry.Registry;

/** The rows of streams: leased for one push at a time, moved only by who holds the lease and only from where it began. */
@ApplicationScoped
class Streams {
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** Clocks of replicas differ a little. */
    private static final Duration AFTER_LEASE = Duration.ofSeconds(1);

    /** Whether data may flow back on a day of law, bound once: no row is written when the permission begins or ends. */
    private static final String MAY_FLOW = "backflow_halted_by(s.city, s.dataset_id, ?) is null";

    private static final String READY = """
            %s and not s.dead and s.next_attempt_at <= ? and (s.lease_until is null or s.lease_until < ?)
            and exists (select 1 from delivery_endpoint e where e.city = s.city and e.status = 'active')""".formatted(MAY_FLOW);

    private static final String TAKE = """
            update backflow_stream s set lease = ?, lease_until = ?
            from backflow_need n
            where s.city = ? and s.dataset_id = ? and n.city = s.city and n.dataset_id = s.dataset_id
              and %s
            returning s.step, s.state, s.snapshot_after, s.feed_txid::text as feed_txid, s.feed_seq, s.attempts, s.wakes, n.fields""".formatted(READY);

    private static final String AFTER_CURSOR = """
            (c.txid, c.seq) > (s.feed_txid, s.feed_seq) and c.txid < pg_snapshot_xmin(pg_current_snapshot())""";

    private static final String DUE = """
            select s.city, s.dataset_id from backflow_stream s
            where %s and (s.state = 'snapshot'
              or exists (select 1 from record_change c
                where c.dataset_id = s.dataset_id and c.city = s.city and %s)
              or exists (select 1 from record_change c
                where c.dataset_id = s.dataset_id and c.previous_city = s.city
                  and c.previous_city is distinct from c.city and %s))
            order by s.next_attempt_at limit ?""".formatted(READY, AFTER_CURSOR, AFTER_CURSOR);

    private static final String ADVANCE = """
            update backflow_stream set step = step + 1, state = ?, snapshot_after = ?, feed_txid = cast(? as xid8),
              feed_seq = ?, sent_batches = sent_batches + 1, sent_lines = sent_lines + ?, last_sent_at = ?,
              attempts = 0, next_attempt_at = ?, last_error = null, lease = null, lease_until = null
            where city = ? and dataset_id = ? and lease = ? and step = ?""";

    private static final String FAIL = """
            update backflow_stream set attempts = ?, last_error = ?, next_attempt_at = ?, dead = ?,
              lease = null, lease_until = null
            where city = ? and dataset_id = ? and lease = ?""";

    private static final String KNOCK = """
            update backflow_stream set wakes = wakes + 1 where city = ? and dataset_id = ? and lease_until >= ?
            returning lease_until""";

    private static final String RELEASE = """
            with given as (select cast(? as text) as city, cast(? as text) as dataset_id, cast(? as uuid) as lease,
              cast(? as bigint) as wakes)
            update backflow_stream s set lease = null, lease_until = null from given g
            where s.city = g.city and s.dataset_id = g.dataset_id and s.lease = g.lease
            returning s.wakes > g.wakes as woken""";

    private final Database database;
    private final BackOff backOff;
    private final Registry registry;
    private final Wakes wakes;
    private final Clock wall;

    Streams(Database database, BackOff backOff, Registry registry, Wakes wakes, Clock wall) {
        this.wakes = wakes;
        this.registry = registry;
        this.database = database;
        this.backOff = backOff;
        this.wall = wall;
    }

    /** Starts a stream, or starts it over, with a snapshot; in the caller's transaction. */
    void begin(StreamKey stream) {
        database.call(connection -> {
            FeedPosition horizon = ChangeFeed.horizon(connection);
            return Sql.update(
                    connection,
                    """
                    insert into backflow_stream (city, dataset_id, state, feed_txid, feed_seq, next_attempt_at)
                    values (?, ?, 'snapshot', cast(? as xid8), ?, ?)
                    on conflict (city, dataset_id) do update set state = 'snapshot', snapshot_after = '',
                      feed_txid = excluded.feed_txid, feed_seq = excluded.feed_seq, step = backflow_stream.step + 1,
                      dead = false, attempts = 0, last_error = null, next_attempt_at = excluded.next_attempt_at,
                      lease = null, lease_until = null""",
                    stream.city(),
                    stream.dataset(),
                    Long.toUnsignedString(horizon.txid()),
                    horizon.seq(),
                    now());
        });
    }

    /** Lets a city's streams go on from where they are, those given up among them; in the caller's transaction. */
    void revive(String city) {
        database.call(connection -> Sql.update(
                connection,
                "update backflow_stream set dead = false, attempts = 0, next_attempt_at = ? where city = ?",
                now(),
                city));
    }

    /** Streams that are ready and have something to push, the longest waiting first. */
    List<StreamKey> due(int limit) {
        Instant now = now();
        LocalDate today = registry.today();
        return database.call(connection -> Sql.list(
                connection,
                DUE,
                row -> new StreamKey(row.getString("city"), row.getString("dataset_id")),
                today,
                now,
                now,
                limit));
    }

    /**
     * Takes the lease, unless the stream is given up, waiting, leased, its city has no endpoint, or no data may flow: the
     * dataset is withheld or no longer counts, or the approval of the city's platform has ended. Commits at once.
     */
    Optional<Lease> take(StreamKey stream) {
        UUID token = UUID.randomUUID();
        Instant now = now();
        LocalDate today = registry.today();
        return database.callInNew(connection -> Sql.first(
                connection,
                TAKE,
                row -> lease(token, stream, row),
                token,
                now.plus(LEASE),
                stream.city(),
                stream.dataset(),
                today,
                now,
                now));
    }

    /**
     * Asks the holder of the lease to look once more before it gives the stream back. In case the holder has died, a wake
     * comes when its lease has run out. Commits at once.
     *
     * @return false, with nothing changed, when nobody holds the lease
     */
    boolean knock(StreamKey stream) {
        return database.callInNew(connection -> {
            Optional<Instant> leasedUntil = Sql.first(
                    connection,
                    KNOCK,
                    row -> row.getObject("lease_until", OffsetDateTime.class).toInstant(),
                    stream.city(),
                    stream.dataset(),
                    now());
            if (leasedUntil.isPresent()) {
                wakes.at(connection, stream, leasedUntil.get().plus(AFTER_LEASE));
            }
            return leasedUntil.isPresent();
        });
    }

    /**
     * Gives the lease back with nothing done, in the caller's transaction.
     *
     * @return whether a wake came while it was held, so that the stream is to be looked at once more
     */
    boolean release(Connection connection, Lease lease) throws SQLException {
        return Sql.first(
                        connection,
                        RELEASE,
                        row -> row.getBoolean("woken"),
                        lease.stream().city(),
                        lease.stream().dataset(),
                        lease.token(),
                        lease.wakes())
                .orElse(false);
    }

    /**
     * Moves the cursor and gives the lease back, in the caller's transaction.
     *
     * @return false, with nothing changed, when the lease has gone to somebody else or the stream was started over
     */
    boolean advance(Connection connection, Lease lease, Cursor next, int lines) throws SQLException {
        Instant now = now();
        return Sql.update(
                        connection,
                        ADVANCE,
                        next.state(),
                        next.after(),
                        Long.toUnsignedString(next.position().txid()),
                        next.position().seq(),
                        lines,
                        now,
                        now,
                        lease.stream().city(),
                        lease.stream().dataset(),
                        lease.token(),
                        lease.step())
                == 1;
    }

    /**
     * Keeps the cursor, notes the error, and lets the stream wait, with a wake for the end of its pause; after too many
     * failures in a row the stream is dead.
     */
    void fail(Lease lease, String why) {
        int failures = lease.attempts() + 1;
        Instant next = now().plus(backOff.after(failures));
        boolean givenUp = backOff.givesUpAfter(failures);
        database.callInNew(connection -> {
            int failed = Sql.update(
                    connection,
                    FAIL,
                    failures,
                    why,
                    next,
                    givenUp,
                    lease.stream().city(),
                    lease.stream().dataset(),
                    lease.token());
            if (failed == 1 && !givenUp) {
                wakes.at(connection, lease.stream(), next);
            }
            return failed;
        });
    }

    private static Lease lease(UUID token, StreamKey stream, ResultSet row) throws SQLException {
        Array fields = row.getArray("fields");
        Cursor cursor = new Cursor(
                "snapshot".equals(row.getString("state")),
                row.getString("snapshot_after"),
                new FeedPosition(Long.parseUnsignedLong(row.getString("feed_txid")), row.getLong("feed_seq")));
        Optional<String[]> only = fields == null ? Optional.empty() : Optional.of((String[]) fields.getArray());
        return new Lease(
                token, stream, row.getLong("step"), cursor, only, row.getInt("attempts"), row.getLong("wakes"));
    }

    private Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
