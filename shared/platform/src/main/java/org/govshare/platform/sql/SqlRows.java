package org.govshare.platform.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The rows of a statement, which stays open until this is closed.
 *
 * @param result before its first row when it is opened
 */
public record SqlRows(PreparedStatement statement, ResultSet result) implements AutoCloseable {

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
