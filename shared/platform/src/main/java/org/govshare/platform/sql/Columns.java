package org.govshare.platform.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

/**
 * Rows as one array for each column, for a statement that writes them as a set. Each is an array of texts, which PostgreSQL's
 * driver sends in binary where it writes all others out and escapes them; the statement casts:
 * {@code unnest(cast(? as uuid[]), cast(? as text[]))}.
 */
public final class Columns {

    private Columns() {}

    /** The values of one column as they print; a null stays null. */
    public static <T> Array of(Connection connection, Collection<T> rows, Function<? super T, ?> column)
            throws SQLException {
        String[] texts = rows.stream()
                .map(column)
                .map(value -> Objects.toString(value, null))
                .toArray(String[]::new);
        return connection.createArrayOf("text", texts);
    }
}
