package org.govshare.standalone.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.govshare.database.DatabaseBootstrap;
import org.govshare.database.DatabaseException;
import org.govshare.database.EmbeddedDatabase;
import org.govshare.database.EmbeddedDatabase.Durability;
import org.govshare.database.Folders;
import org.govshare.database.Migrations;
import org.govshare.registry.load.RegistryLoad;

/** A PostgreSQL with durable settings that may be killed, and started again on the same folder and port. */
final class DurableServer implements AutoCloseable {
    private static final String NAME = "govshare";
    private static final String PASSWORD = "test";
    private static final int MOST_STARTS = 20;

    private final Path programs;
    private final Path folder;
    private final int port;
    private final Thread hook = new Thread(this::stop);
    private EmbeddedDatabase server;

    private DurableServer(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** Makes a server with a migrated database and the registry in it. */
    static DurableServer start() throws IOException, SQLException {
        Path programs = Folders.ownerOnly(
                Path.of(System.getProperty("java.io.tmpdir"), "govshare-tests-" + System.getProperty("user.name")));
        DurableServer made = new DurableServer(programs, Files.createTempDirectory(programs, "faults-"), freePort());
        Runtime.getRuntime().addShutdownHook(made.hook);
        made.launch();
        DatabaseBootstrap.prepare(
                made.server.superuserUrl("postgres"), made.server.superuserUrl(NAME), NAME, PASSWORD, PASSWORD);
        Migrations.run(made.ownerUrl());
        try (Connection owner = made.connect()) {
            RegistryLoad.builtIn().into(owner);
        }
        return made;
    }

    int port() {
        return port;
    }

    /** JDBC address as the functions have it, by way of another port. */
    static String appUrl(int port) {
        return EmbeddedDatabase.url(port, NAME, DatabaseBootstrap.APPLICATION, PASSWORD);
    }

    String ownerUrl() {
        return EmbeddedDatabase.url(port, NAME, DatabaseBootstrap.OWNER, PASSWORD);
    }

    /** A connection that no fault but the server's own death cuts: it does not go through the wire. */
    Connection connect() throws SQLException {
        Connection owner = DriverManager.getConnection(ownerUrl());
        owner.setSchema(NAME);
        return owner;
    }

    /** SIGKILL to the postmaster: nothing is flushed, no checkpoint is written; its children end by themselves. */
    void kill() throws IOException {
        Path pidFile = folder.resolve("data").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }

    /** Starts it again; tries until the children of the one that was killed have gone. */
    void restart() {
        for (int attempt = 1; ; attempt++) {
            try {
                launch();
                return;
            } catch (DatabaseException e) {
                if (attempt == MOST_STARTS) {
                    throw e;
                }
                Pause.millis(200);
            }
        }
    }

    /** Ends connections of the application as an administrator would, each with the given chance in a hundred. */
    void terminateBackends(int percent) throws SQLException {
        try (Connection superuser = DriverManager.getConnection(server.superuserUrl("postgres"));
                Statement statement = superuser.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '"
                    + DatabaseBootstrap.APPLICATION + "' and random() * 100 < " + percent);
        }
    }

    /** What the running server says of one of its settings. */
    String show(String setting) throws SQLException {
        try (Connection owner = connect();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        stop();
    }

    private synchronized void launch() {
        server = EmbeddedDatabase.start(folder.resolve("data"), programs, Durability.DURABLE, PASSWORD, port);
    }

    private synchronized void stop() {
        try {
            if (server != null) {
                server.close();
            }
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }
}
