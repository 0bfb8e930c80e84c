package org.govshare.casework.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Leases messages and notes what became of them, each in a transaction of its own, so that no lock is held across HTTP. */
@ApplicationScoped
class OutboxTable {
    private static final String LEASE = """
            update govshare.outbox set lease = ?, attempts = attempts + 1,
                   available_at = now() + make_interval(secs => ?)
             where id in (select id from govshare.outbox
                           where sent_at is null and available_at <= now()
                           order by available_at limit ? for update skip locked)
            returning id, type, subject, data::text,
                      to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), attempts
            """;
    private static final String SENT =
            "update govshare.outbox set sent_at = now(), last_error = null where id = ? and lease = ?";
    private static final String FAILED = """
            update govshare.outbox set last_error = ?, available_at = now() + make_interval(secs => ?)
             where id = ? and lease = ?
            """;
    private static final String PURGE = """
            delete from govshare.outbox where id in (
                select id from govshare.outbox where sent_at < now() - make_interval(days => ?) limit 1000)
            """;

    private final DataSource database;

    OutboxTable(DataSource database) {
        this.database = database;
    }

    /** Takes messages for a while; after the lease they are anyone's again. */
    @Transactional(TxType.REQUIRES_NEW)
    List<OutboxMessage> lease(UUID lease, int most, Duration length) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(LEASE)) {
            update.setObject(1, lease);
            update.setLong(2, length.toSeconds());
            update.setInt(3, most);
            List<OutboxMessage> leased = new ArrayList<>();
            try (ResultSet rows = update.executeQuery()) {
                while (rows.next()) {
                    leased.add(new OutboxMessage(
                            rows.getObject(1, UUID.class),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getInt(6)));
                }
            }
            return leased;
        } catch (SQLException e) {
            throw new IllegalStateException("outbox cannot be leased", e);
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    void sent(List<UUID> ids, UUID lease) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(SENT)) {
            for (UUID id : ids) {
                update.setObject(1, id);
                update.setObject(2, lease);
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("outbox cannot note what was sent", e);
        }
    }

    /** Notes a failure; the message is tried again after the pause. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(UUID id, UUID lease, String why, Duration pause) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(FAILED)) {
            update.setString(1, why);
            update.setLong(2, pause.toSeconds());
            update.setObject(3, id);
            update.setObject(4, lease);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("outbox cannot note a failure", e);
        }
    }

    /** Removes a bounded number of messages sent longer ago than the given days. */
    @Transactional(TxType.REQUIRES_NEW)
    int purge(int days) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(PURGE)) {
            delete.setInt(1, days);
            return delete.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("outbox cannot be purged", e);
        }
    }
}
