package org.govshare.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.govshare.database.DatabaseBootstrap;

/** A migrated, empty database of a test's own on the JVM's one PostgreSQL server; dropped when closed. */
public final class TestDatabase implements AutoCloseable {
    /** The zone of its sessions: neither the JVM's nor the law's, and off the full hour. */
    public static final String ZONE = "Asia/Kathmandu";

    static final String SET_ZONE = "SET TIME ZONE '" + ZONE + "'";

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** Copies the template; the first call of a JVM starts the server and runs the migrations. */
    public static TestDatabase create() {
        String name = newName();
        asSuperuser("CREATE DATABASE " + name + " TEMPLATE " + TestServer.TEMPLATE);
        // Privileges on a database, unlike those on what it holds, are not copied with a template.
        asSuperuser("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
        asSuperuser("GRANT CONNECT, TEMPORARY ON DATABASE " + name + " TO " + DatabaseBootstrap.OWNER + ", "
                + DatabaseBootstrap.APPLICATION);
        return new TestDatabase(name);
    }

    /** A database with the roles and the schema, in which no migration has run. */
    public static TestDatabase bare() {
        String name = newName();
        TestServer.bootstrap(name);
        return new TestDatabase(name);
    }

    /** JDBC address for the role of the functions, with its password. */
    public String appUrl() {
        return TestServer.url(name, DatabaseBootstrap.APPLICATION);
    }

    /** JDBC address for the role of the migrations, with its password. */
    public String ownerUrl() {
        return TestServer.url(name, DatabaseBootstrap.OWNER);
    }

    /** A new connection as the functions have it. */
    public Connection connect() throws SQLException {
        return connect(appUrl());
    }

    /** A new connection as the migrations have it: it may change what functions may not. */
    public Connection connectAsOwner() throws SQLException {
        return connect(ownerUrl());
    }

    /** Drops the database even while somebody is connected. */
    @Override
    public void close() {
        asSuperuser("DROP DATABASE " + name + " WITH (FORCE)");
    }

    static String password() {
        return TestServer.PASSWORD;
    }

    private static String newName() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    private static Connection connect(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute(SET_ZONE);
        }
        return connection;
    }

    private static void asSuperuser(String sql) {
        try (Connection connection = DriverManager.getConnection(TestServer.url("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
