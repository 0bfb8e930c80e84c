package org.govshare.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One PostgreSQL server on this machine, reached only over the loopback address and only with a password.
 *
 * <p>Its programs come from zonky's archives; initdb and pg_ctl are called here, because zonky's own start switches
 * fsync off, trusts every local user and unpacks into a folder that everybody can write.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    // Of postmaster.pid: the fourth line is the port, the eighth comes when the server takes connections.
    private static final int PORT_LINE = 3;
    private static final int LINES_WHEN_READY = 8;

    private final PostgresPrograms programs;
    private final Path data;
    private final Durability durability;
    private final String password;
    private final int port;

    private EmbeddedDatabase(PostgresPrograms programs, Path data, Durability durability, String password, int port) {
        this.programs = programs;
        this.data = data;
        this.durability = durability;
        this.password = password;
        this.port = port;
    }

    /** What a crash of the machine may cost: nothing, or (tests only) everything. */
    public enum Durability {
        DURABLE,
        THROWAWAY
    }

    /**
     * Makes the data folder on first use and starts the server on a free port. A server that an earlier, killed run left
     * on the same data folder is stopped first. The caller sees to it that no second process does this at once.
     *
     * @param data the data folder; kept on {@link #close()}
     * @param cache where PostgreSQL's programs are unpacked, writable by this user only
     * @param superuserPassword the one the folder was made with, or is to be made with
     * @throws DatabaseException if it does not start, or not with the encoding, locale and durability asked for
     */
    public static EmbeddedDatabase start(Path data, Path cache, Durability durability, String superuserPassword) {
        return start(data, cache, durability, superuserPassword, freePort());
    }

    /** Like {@link #start(Path, Path, Durability, String)}, on a port that the caller knows to be free. */
    public static EmbeddedDatabase start(
            Path data, Path cache, Durability durability, String superuserPassword, int port) {
        PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.unpackInto(cache));
        EmbeddedDatabase database = new EmbeddedDatabase(programs, data, durability, superuserPassword, port);
        if (Files.exists(data.resolve("PG_VERSION"))) {
            new Orphan(data, programs).stop();
        } else {
            database.initialise();
        }
        database.launch();
        try {
            database.check();
        } catch (DatabaseException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** The port of the server that another process runs on the data folder; empty if none does yet. */
    public static Optional<Integer> portOf(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return lines.size() < LINES_WHEN_READY
                    ? Optional.empty()
                    : Optional.of(Integer.valueOf(lines.get(PORT_LINE).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** JDBC address of one of the server's databases for its superuser, password included. */
    public String superuserUrl(String database) {
        return url(database, SUPERUSER, password);
    }

    /** JDBC address of one of the server's databases for the given user. */
    public String url(String database, String user, String userPassword) {
        return url(port, database, user, userPassword);
    }

    /** JDBC address of a database on a server of this machine, as {@link #portOf(Path)} finds it. */
    public static String url(int port, String database, String user, String userPassword) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + user + "&password=" + userPassword;
    }

    /** Whether the server is running: its process exists, or at least something answers at its port. */
    boolean runs() {
        return new Orphan(data, programs).isThere() || answers();
    }

    private boolean answers() {
        try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return probe.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Starts it again after it has gone, on the same folder and port.
     *
     * @throws DatabaseException if it does not start
     */
    void revive() {
        new Orphan(data, programs).stop();
        launch();
    }

    /** Disconnects all clients, writes a checkpoint and returns when the server has gone. */
    @Override
    public void close() {
        String mode = durability == Durability.DURABLE ? "fast" : "immediate";
        programs.run("pg_ctl", List.of("-D", data.toString(), "-m", mode, "-t", "60", "-w", "stop"));
    }

    private void initialise() {
        Path passwordFile = null;
        try {
            Files.createDirectories(data.toAbsolutePath().getParent());
            passwordFile = Files.createTempFile(
                    data.toAbsolutePath().getParent(),
                    ".initdb-",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, password);
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + data,
                            "--username=" + SUPERUSER,
                            "--auth=scram-sha-256",
                            "--pwfile=" + passwordFile,
                            "--encoding=UTF8",
                            // Under the plain C locale, similarity and word search are dead for Chinese.
                            "--locale=C.UTF-8",
                            durability == Durability.DURABLE ? "--data-checksums" : "--no-sync"));
        } catch (IOException e) {
            throw new DatabaseException("The database's folder " + data + " cannot be made", e);
        } finally {
            deleteQuietly(passwordFile);
        }
    }

    private void launch() {
        String sync = durability == Durability.DURABLE ? "on" : "off";
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                + " -c timezone=UTC -c fsync=" + sync + " -c synchronous_commit=" + sync + " -c full_page_writes="
                + sync;
        Path log = data.resolve("server.log");
        try {
            programs.run(
                    "pg_ctl",
                    List.of("-D", data.toString(), "-o", options, "-l", log.toString(), "-t", "120", "-w", "start"));
        } catch (DatabaseException e) {
            throw new DatabaseException(e.getMessage() + System.lineSeparator() + end(log), e);
        }
    }

    private void check() {
        String sync = durability == Durability.DURABLE ? "on" : "off";
        Map<String, String> expected = Map.of(
                "current_setting('fsync')", sync,
                "current_setting('synchronous_commit')", sync,
                "current_setting('full_page_writes')", sync,
                "current_setting('server_encoding')", "UTF8",
                "(SELECT datctype FROM pg_database WHERE datname = current_database())", "C.UTF-8");
        try (Connection connection = DriverManager.getConnection(superuserUrl("postgres"));
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> setting : expected.entrySet()) {
                try (ResultSet rows = statement.executeQuery("SELECT " + setting.getKey())) {
                    rows.next();
                    if (!setting.getValue().equals(rows.getString(1))) {
                        throw new DatabaseException("PostgreSQL in " + data + " has " + setting.getKey() + " = "
                                + rows.getString(1) + ", expected " + setting.getValue());
                    }
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException("PostgreSQL in " + data + " started but does not answer", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseException("No free port on the loopback address", e);
        }
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new DatabaseException("The file " + file + " holds a password and could not be deleted", e);
        }
    }
}
