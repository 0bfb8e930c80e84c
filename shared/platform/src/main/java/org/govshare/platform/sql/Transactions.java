package org.govshare.platform.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs plain SQL in transactions. */
@FunctionalInterface
public interface Transactions {

    /** Work on a connection that is closed after it. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** In a transaction of its own, committed when this returns; an exception rolls back. */
    <T> T callInNew(Work<T> work);
}
