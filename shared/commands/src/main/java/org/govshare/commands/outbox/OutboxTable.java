package org.govshare.commands.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.platform.sql.Sql;

/** Leases messages and notes their outcomes, each in a transaction of its own, so that no lock is held across HTTP. */
@ApplicationScoped
class OutboxTable {
    /** A literal in the statement, so that the planner knows the small limit. */
    static final int SLICE = 64;

    /** Longer than the longest sending. */
    private static final int LEASE_SECONDS = 30;

    /** No commit here waits for the disk. If a crash of the server loses one, the messages are sent once more. */
    private static final String UNHURRIED = "set local synchronous_commit = off;\n";

    private static final String LEASE = UNHURRIED + """
            update govshare.outbox set lease = :lease, attempts = attempts + 1,
                   available_at = now() + interval '%d seconds'
             where id in (select id from govshare.outbox
                           where sent_at is null and available_at <= now()
                           order by available_at limit %d for update skip locked)
            returning id, type, subject, data::text,
                      to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), attempts
            """.formatted(LEASE_SECONDS, SLICE);
    private static final String NOTE = UNHURRIED + """
            update govshare.outbox o
               set sent_at = case when n.failure is null then now() end, last_error = n.failure,
                   available_at = case when n.failure is null then o.available_at else now() + make_interval(secs => n.pause) end
              from unnest(cast(:id as uuid[]), cast(:failure as text[]), cast(:pause as bigint[])) as n (id, failure, pause)
             where o.id = n.id and o.lease = :lease
            """;
    /** How many messages one {@link #purge} removes. */
    static final int PURGED = 1000;

    private static final String PURGE = """
            delete from govshare.outbox where id in (
                select id from govshare.outbox where sent_at < now() - make_interval(days => :days)
                 order by sent_at limit %d for update skip locked)
            """.formatted(PURGED);

    private final DataSource database;

    OutboxTable(DataSource database) {
        this.database = database;
    }

    /** Leases a slice of messages; after the lease, any process may take them. */
    @Transactional(TxType.REQUIRES_NEW)
    List<OutboxMessage> lease(UUID lease) {
        try (Connection connection = database.getConnection()) {
            return Sql.on(connection, LEASE)
                    .bind("lease", lease)
                    .second()
                    .list(row -> new OutboxMessage(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getInt(6)));
        } catch (SQLException e) {
            throw new IllegalStateException("outbox cannot be leased", e);
        }
    }

    /**
     * Notes the outcomes of messages that are still under this lease; failed ones are tried again after their pauses.
     */
    @Transactional(TxType.REQUIRES_NEW)
    void note(List<Sending> ended, UUID lease) {
        try (Connection connection = database.getConnection()) {
            Sql.on(connection, NOTE)
                    .column("id", ended, sending -> sending.message().id())
                    .column("failure", ended, sending -> sending.taken() ? null : sending.failure())
                    .column("pause", ended, sending -> sending.pause().toSeconds())
                    .bind("lease", lease)
                    .run();
        } catch (SQLException e) {
            throw new IllegalStateException("outbox cannot note what was sent", e);
        }
    }

    /** Removes a bounded number of messages sent longer ago than the given days. */
    @Transactional(TxType.REQUIRES_NEW)
    int purge(int days) {
        try (Connection connection = database.getConnection()) {
            return Sql.on(connection, PURGE).bind("days", days).update();
        } catch (SQLException e) {
            throw new IllegalStateException("outbox cannot be purged", e);
        }
    }
}
