package org.govshare.registry.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes rows that are new or different, and leaves the others untouched. */
final class Upsert {

    private Upsert() {}

    /** How many rows were new or different; each row has its values in the order of the file's columns. */
    static int write(Connection connection, RegistryFile file, Collection<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(file))) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            return Arrays.stream(statement.executeBatch()).sum();
        }
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
                                .map(column -> column.equals("fields") ? "?::jsonb" : "?")
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
