package org.govshare.platform.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs plain SQL in transactions. */
@FunctionalInterface
public interface Transactions {

    /** Work on a connection that is closed afterwards. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Runs in a transaction of its own, which is committed when this returns; an exception rolls back. */
    <T> T callInNew(Work<T> work);
}
