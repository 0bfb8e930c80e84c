package org.govshare.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.Utils;

/** What a superuser does once, before the first migration: two roles, one database, the schema and who may enter. */
public final class DatabaseBootstrap {
    /** Owns the schema and all in it; only migrations log in as it. */
    public static final String OWNER = "govshare_owner";
    /** What functions log in as: it reads and writes what migrations grant it, and defines nothing. */
    public static final String APPLICATION = "govshare_app";

    private DatabaseBootstrap() {}

    /**
     * Makes what is missing; on repeat it sets the passwords again and changes nothing else.
     *
     * @param superuserUrl JDBC address of any database of the server, for a superuser
     * @param databaseUrl JDBC address of the database to prepare, for the same superuser; made if missing
     * @param database the name of that database
     */
    public static void prepare(
            String superuserUrl, String databaseUrl, String database, String ownerPassword, String appPassword) {
        try {
            try (Connection connection = DriverManager.getConnection(superuserUrl)) {
                run(connection, "roles.sql", "");
                setPassword(connection, OWNER, ownerPassword);
                setPassword(connection, APPLICATION, appPassword);
                if (!exists(connection, database)) {
                    execute(connection, "CREATE DATABASE " + quoted(database));
                }
            }
            try (Connection connection = DriverManager.getConnection(databaseUrl)) {
                run(connection, "schema.sql", quoted(database));
            }
        } catch (SQLException e) {
            throw new DatabaseException("The roles and the schema of database " + database + " cannot be made", e);
        }
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, database);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        execute(connection, "ALTER ROLE " + role + " PASSWORD '" + Utils.escapeLiteral(null, password, true) + "'");
    }

    private static String quoted(String identifier) throws SQLException {
        return Utils.escapeIdentifier(null, identifier).toString();
    }

    private static void run(Connection connection, String script, String database) throws SQLException {
        try (InputStream in = DatabaseBootstrap.class.getResourceAsStream(script)) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            execute(connection, sql.replace(":database", database));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
