package org.govshare.platform.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plain SQL in the transactions that Hibernate uses too, for work in sets. */
@ApplicationScoped
public class Database implements Transactions {
    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Runs in the caller's transaction, or in one of its own if there is none; an exception rolls back. */
    public <T> T call(Work<T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> onConnection(work));
    }

    @Override
    public <T> T callInNew(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> onConnection(work));
    }

    private <T> T onConnection(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refused a statement, SQLSTATE " + e.getSQLState(), e);
        }
    }
}
