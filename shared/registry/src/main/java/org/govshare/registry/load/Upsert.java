package org.govshare.registry.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.govshare.platform.sql.Sql;

/** Writes rows that are new or different, and does not touch the others. */
final class Upsert {

    private Upsert() {}

    /**
     * Writes the rows and returns how many were new or different. Each row has its values in the order of the file's
     * columns.
     */
    static int write(Connection connection, RegistryFile file, Collection<Object[]> rows) throws SQLException {
        return Sql.batch(connection, sql(file), rows, (sql, row) -> {
            for (int i = 0; i < row.length; i++) {
                sql.bind(file.columns.get(i), row[i]);
            }
        });
    }

    private static String sql(RegistryFile file) {
        List<String> rest = file.columns.stream()
                .filter(column -> !file.key.contains(column))
                .toList();
        return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s WHERE (%s) IS DISTINCT FROM (%s)"
                .formatted(
                        file.table,
                        String.join(", ", file.columns),
                        file.columns.stream()
                                .map(column -> ":" + column + (column.equals("fields") ? "::jsonb" : ""))
                                .collect(Collectors.joining(", ")),
                        String.join(", ", file.key),
                        rest.stream()
                                .map(column -> column + " = excluded." + column)
                                .collect(Collectors.joining(", ")),
                        prefixed(file.table, rest),
                        prefixed("excluded", rest));
    }

    private static String prefixed(String table, List<String> columns) {
        return columns.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
    }
}
