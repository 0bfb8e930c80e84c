package org.govshare.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.govshare.database.DatabaseBootstrap;
import org.govshare.database.EmbeddedDatabase;
import org.govshare.database.EmbeddedDatabase.Durability;
import org.govshare.database.Folders;
import org.govshare.database.Migrations;
import org.govshare.registry.load.RegistryLoad;

/** A PostgreSQL with durable settings for one benchmark; it lives until this JVM ends, however it ends. */
final class DurableServer {
    private static final String PASSWORD = "benchmark";

    private final EmbeddedDatabase server;
    private final Path log;

    private DurableServer(EmbeddedDatabase server, Path log) {
        this.server = server;
        this.log = log;
    }

    /** Durable, and with the memory and log that a server with a million open clocks would be given. */
    static DurableServer start(String name) throws IOException, SQLException {
        Path folder = Folders.ownerOnly(Files.createTempDirectory("govshare-" + name));
        try (EmbeddedDatabase first = start(folder);
                Connection superuser = DriverManager.getConnection(first.superuserUrl("postgres"))) {
            execute(superuser, "alter system set shared_buffers = '2GB'");
            execute(superuser, "alter system set max_wal_size = '8GB'");
            execute(superuser, "alter system set wal_compression = on");
        }
        EmbeddedDatabase server = start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            delete(folder);
        }));
        return new DurableServer(server, folder.resolve("data/server.log"));
    }

    private static EmbeddedDatabase start(Path folder) {
        return EmbeddedDatabase.start(folder.resolve("data"), folder.resolve("programs"), Durability.DURABLE, PASSWORD);
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("benchmarks: " + folder + " is left over");
        }
    }

    /** Makes a migrated database with the built-in registry. */
    void create(String database) throws SQLException, IOException {
        DatabaseBootstrap.prepare(
                server.superuserUrl("postgres"), server.superuserUrl(database), database, PASSWORD, PASSWORD);
        Migrations.run(ownerUrl(database));
        try (Connection owner = DriverManager.getConnection(ownerUrl(database))) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    /** Makes a database of the same rows as another, to which nobody may be connected. */
    void copy(String from, String to) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.superuserUrl("postgres"))) {
            execute(connection, "create database " + to + " template " + from);
            execute(
                    connection,
                    "grant connect, temporary on database " + to + " to " + DatabaseBootstrap.OWNER + ", "
                            + DatabaseBootstrap.APPLICATION);
        }
    }

    void drop(String database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.superuserUrl("postgres"))) {
            execute(connection, "drop database " + database + " with (force)");
        }
    }

    /** What PostgreSQL has written about its work. */
    Path log() {
        return log;
    }

    /** A connection that may do anything, with the product's schema at hand. */
    Connection superuser(String database) throws SQLException {
        Connection connection = DriverManager.getConnection(server.superuserUrl(database));
        execute(connection, "set search_path = govshare");
        return connection;
    }

    /** So that each half begins with tidy tables and nothing left to write. */
    void settle(String database) throws SQLException {
        try (Connection connection = superuser(database)) {
            execute(connection, "vacuum analyze");
            execute(connection, "checkpoint");
        }
        written();
    }

    /** Waits until the system has written what it still holds of files, copied ones too. */
    private static void written() throws SQLException {
        try {
            new ProcessBuilder("sync").start().waitFor();
        } catch (IOException e) {
            throw new SQLException("files are not written out", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", e);
        }
    }

    String ownerUrl(String database) {
        return server.url(database, DatabaseBootstrap.OWNER, PASSWORD);
    }

    String appUrl(String database) {
        return server.url(database, DatabaseBootstrap.APPLICATION, PASSWORD);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
