package org.govshare.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * Tells a database that ran a migration when it was one file for several modules that it has run the parts which that file
 * became. Only the history changes, and only where it holds the checksum of the whole; the checksums it gets are listed, not
 * taken from the files, so that a changed file is still refused.
 */
final class SplitMigrations {
    private static final String HISTORY = "govshare.flyway_schema_history";
    /** Between the ranks of two migrations there must be room for the parts of the first. */
    private static final int ROOM = 100;

    private static final String IS_WHOLE = "select installed_rank from " + HISTORY
            + " where version = ? and checksum = ? and type = 'SQL' and success";
    private static final String KEEP_NUMBER =
            "update " + HISTORY + " set description = ?, script = ?, checksum = ? where version = ?";
    private static final String ADD_PART = "insert into " + HISTORY
            + " (installed_rank, version, description, type, script, checksum, installed_by, installed_on,"
            + " execution_time, success)"
            + " select installed_rank + ?, ?, ?, type, ?, ?, installed_by, installed_on, 0, true from " + HISTORY
            + " where version = ?";

    private SplitMigrations() {}

    /** One part: the first of a whole keeps its number. */
    private record Part(
            String whole, int wholeChecksum, String version, String description, String script, int checksum) {
        static Part of(String line) {
            String[] cell = line.split(",");
            return new Part(cell[0], Integer.parseInt(cell[1]), cell[2], cell[3], cell[4], Integer.parseInt(cell[5]));
        }

        boolean keepsNumber() {
            return version.equals(whole);
        }
    }

    /** Does nothing in a database that has no history, or none with a whole in it; several processes may call it at once. */
    static void adopt(DataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            if (hasHistory(connection)) {
                execute(connection, "lock table " + HISTORY + " in share row exclusive mode");
                adopt(connection);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new DatabaseException("The history of migrations cannot be read or written: " + e.getMessage(), e);
        }
    }

    private static void adopt(Connection connection) throws SQLException {
        List<Part> parts = parts();
        List<Part> wholes = parts.stream()
                .filter(Part::keepsNumber)
                .filter(part -> isWhole(connection, part))
                .toList();
        if (wholes.isEmpty()) {
            return;
        }
        // In two steps, because ranks are unique at each moment.
        execute(connection, "update " + HISTORY + " set installed_rank = -" + ROOM + " * installed_rank");
        execute(connection, "update " + HISTORY + " set installed_rank = -installed_rank");
        for (Part whole : wholes) {
            List<Part> others = parts.stream()
                    .filter(part -> part.whole.equals(whole.whole) && !part.keepsNumber())
                    .toList();
            keepNumber(connection, whole);
            for (int i = 0; i < others.size(); i++) {
                add(connection, others.get(i), i + 1);
            }
        }
    }

    private static boolean isWhole(Connection connection, Part part) {
        try (PreparedStatement query = connection.prepareStatement(IS_WHOLE)) {
            query.setString(1, part.whole);
            query.setInt(2, part.wholeChecksum);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new DatabaseException("The history of migrations cannot be read: " + e.getMessage(), e);
        }
    }

    private static void keepNumber(Connection connection, Part part) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(KEEP_NUMBER)) {
            update.setString(1, part.description);
            update.setString(2, part.script);
            update.setInt(3, part.checksum);
            update.setString(4, part.version);
            update.executeUpdate();
        }
    }

    private static void add(Connection connection, Part part, int after) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD_PART)) {
            insert.setInt(1, after);
            insert.setString(2, part.version);
            insert.setString(3, part.description);
            insert.setString(4, part.script);
            insert.setInt(5, part.checksum);
            insert.setString(6, part.whole);
            insert.executeUpdate();
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('" + HISTORY + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Part> parts() {
        try (InputStream in = SplitMigrations.class.getResourceAsStream("split-migrations.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Part::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
