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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.delivery.BackOff;
import org.govshare.platform.sql.Cells;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.records.ChangeFeed;
import org.govshare.records.FeedPosition;
import org.govshare.registry.Registry;

/**
 * The table of streams. A stream is leased for one push at a time. Only the holder of the lease moves its cursor, and
 * only from the position at which the lease began.
 */
@ApplicationScoped
class Streams {
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** The margin for the clocks of replicas, which differ a little. */
    private static final Duration AFTER_LEASE = Duration.ofSeconds(1);

    /** Whether data may flow back on a day of law: no row is written when the permission begins or ends. */
    private static final String MAY_FLOW = "backflow_halted_by(s.city, s.dataset_id, :day) is null";

    private static final String READY = """
            %s and not s.dead and s.next_attempt_at <= :wall_now and (s.lease_until is null or s.lease_until < :wall_now)
            and exists (select 1 from delivery_endpoint e where e.city = s.city and e.status = 'active')""".formatted(MAY_FLOW);

    private static final String TAKE = """
            update backflow_stream s set lease = :lease, lease_until = :until
            from backflow_need n
            where s.city = :city and s.dataset_id = :dataset and n.city = s.city and n.dataset_id = s.dataset_id
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
            order by s.next_attempt_at limit :limit""".formatted(READY, AFTER_CURSOR, AFTER_CURSOR);

    private static final String ADVANCE = """
            update backflow_stream set step = step + 1, state = :state, snapshot_after = :after,
              feed_txid = cast(:txid as xid8), feed_seq = :seq, sent_batches = sent_batches + 1,
              sent_lines = sent_lines + :lines, last_sent_at = :wall_now,
              attempts = 0, next_attempt_at = :wall_now, last_error = null, lease = null, lease_until = null
            where city = :city and dataset_id = :dataset and lease = :lease and step = :step""";

    private static final String FAIL = """
            update backflow_stream set attempts = :attempts, last_error = :error, next_attempt_at = :next, dead = :dead,
              lease = null, lease_until = null
            where city = :city and dataset_id = :dataset and lease = :lease""";

    private static final String KNOCK = """
            update backflow_stream set wakes = wakes + 1
            where city = :city and dataset_id = :dataset and lease_until >= :wall_now
            returning lease_until""";

    private static final String RELEASE = """
            with given as (select cast(:city as text) as city, cast(:dataset as text) as dataset_id,
              cast(:lease as uuid) as lease, cast(:wakes as bigint) as wakes)
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
            return on(connection, """
                            insert into backflow_stream (city, dataset_id, state, feed_txid, feed_seq, next_attempt_at)
                            values (:city, :dataset, 'snapshot', cast(:txid as xid8), :seq, :wall_now)
                            on conflict (city, dataset_id) do update set state = 'snapshot', snapshot_after = '',
                              feed_txid = excluded.feed_txid, feed_seq = excluded.feed_seq,
                              step = backflow_stream.step + 1, dead = false, attempts = 0, last_error = null,
                              next_attempt_at = excluded.next_attempt_at, lease = null, lease_until = null""", stream)
                    .bind("txid", Long.toUnsignedString(horizon.txid()))
                    .bind("seq", horizon.seq())
                    .bind("wall_now", wallNow())
                    .update();
        });
    }

    /**
     * Lets a city's streams go on from their cursors, including those that were given up; in the caller's transaction.
     */
    void revive(String city) {
        database.call(connection -> Sql.on(connection, """
                        update backflow_stream set dead = false, attempts = 0, next_attempt_at = :wall_now where city = :city""")
                .bind("wall_now", wallNow())
                .bind("city", city)
                .update());
    }

    private static Sql on(Connection connection, String sql, StreamKey stream) {
        return Sql.on(connection, sql).bind("city", stream.city()).bind("dataset", stream.dataset());
    }

    /** Streams that are ready and have something to push, the longest waiting first. */
    List<StreamKey> due(int limit) {
        Instant wallNow = wallNow();
        LocalDate today = registry.today();
        return database.call(connection -> Sql.on(connection, DUE)
                .bind("day", today)
                .bind("wall_now", wallNow)
                .bind("limit", limit)
                .list(row -> new StreamKey(row.getString("city"), row.getString("dataset_id"))));
    }

    /**
     * Takes the lease. It fails if the stream is given up, waits or is leased, if its city has no endpoint, or if no
     * data may flow because the dataset is withheld or not valid any more or the approval of the city's platform has
     * ended. Commits at once.
     */
    Optional<Lease> take(StreamKey stream) {
        UUID token = UUID.randomUUID();
        Instant wallNow = wallNow();
        LocalDate today = registry.today();
        return database.callInNew(connection -> on(connection, TAKE, stream)
                .bind("lease", token)
                .bind("until", wallNow.plus(LEASE))
                .bind("day", today)
                .bind("wall_now", wallNow)
                .first(row -> lease(token, stream, row)));
    }

    /**
     * Asks the holder of the lease to look for changes once more before it releases the stream. In case the holder has
     * died, a wake is sent when its lease has expired. Commits at once.
     *
     * @return false, and nothing is changed, if nobody holds the lease
     */
    boolean knock(StreamKey stream) {
        return database.callInNew(connection -> {
            Optional<Instant> leasedUntil = on(connection, KNOCK, stream)
                    .bind("wall_now", wallNow())
                    .first(row -> Cells.instant(row, "lease_until"));
            if (leasedUntil.isPresent()) {
                wakes.at(connection, stream, leasedUntil.get().plus(AFTER_LEASE));
            }
            return leasedUntil.isPresent();
        });
    }

    /**
     * Releases the lease without a push, in the caller's transaction.
     *
     * @return whether a wake arrived while it was held, so that the caller must look for changes once more
     */
    boolean release(Connection connection, Lease lease) throws SQLException {
        return on(connection, RELEASE, lease.stream())
                .bind("lease", lease.token())
                .bind("wakes", lease.wakes())
                .first(row -> row.getBoolean("woken"))
                .orElse(false);
    }

    /**
     * Moves the cursor and releases the lease, in the caller's transaction.
     *
     * @return false, and nothing is changed, if somebody else has the lease or the stream was started over
     */
    boolean advance(Connection connection, Lease lease, Cursor next, int lines) throws SQLException {
        return on(connection, ADVANCE, lease.stream())
                        .bind("state", next.state())
                        .bind("after", next.after())
                        .bind("txid", Long.toUnsignedString(next.position().txid()))
                        .bind("seq", next.position().seq())
                        .bind("lines", lines)
                        .bind("wall_now", wallNow())
                        .bind("lease", lease.token())
                        .bind("step", lease.step())
                        .update()
                == 1;
    }

    /**
     * Keeps the cursor, stores the error, and lets the stream wait, with a wake at the end of its pause. After too many
     * failures in a row the stream is dead.
     */
    void fail(Lease lease, String why) {
        int failures = lease.attempts() + 1;
        Instant next = wallNow().plus(backOff.after(failures));
        boolean givenUp = backOff.givesUpAfter(failures);
        database.callInNew(connection -> {
            int failed = on(connection, FAIL, lease.stream())
                    .bind("attempts", failures)
                    .bind("error", why)
                    .bind("next", next)
                    .bind("dead", givenUp)
                    .bind("lease", lease.token())
                    .update();
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

    private Instant wallNow() {
        return wall.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
