package org.govshare.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.govshare.database.DatabaseBootstrap;
import org.govshare.database.DatabaseException;
import org.govshare.database.EmbeddedDatabase;
import org.govshare.database.Folders;
import org.govshare.database.Migrations;

/**
 * The one PostgreSQL server of a test JVM, with a migrated template database.
 *
 * <p>Its port is kept in a system property, because Quarkus loads this class once for each of its class loaders.
 */
final class TestServer {
    static final String TEMPLATE = "govshare_template";
    static final String PASSWORD = "test";
    private static final String PORT = "govshare.test.postgres.port";

    private TestServer() {}

    /** JDBC address of a database of the server, which is started if this JVM has none yet. */
    static String url(String database, String user) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?user=" + user + "&password=" + PASSWORD;
    }

    /** Makes a database of the server, without migrations. */
    static void bootstrap(String database) {
        DatabaseBootstrap.prepare(url("postgres", "postgres"), url(database, "postgres"), database, PASSWORD, PASSWORD);
    }

    private static int port() {
        synchronized (System.getProperties()) {
            if (Integer.getInteger(PORT) == null) {
                System.setProperty(PORT, Integer.toString(start().port()));
            }
            return Integer.getInteger(PORT);
        }
    }

    private static EmbeddedDatabase start() {
        try {
            Path programs = Folders.ownerOnly(
                    Path.of(System.getProperty("java.io.tmpdir"), "govshare-tests-" + System.getProperty("user.name")));
            Path folder = Files.createTempDirectory(programs, "server-");
            EmbeddedDatabase server = EmbeddedDatabase.start(
                    folder.resolve("data"), programs, EmbeddedDatabase.Durability.THROWAWAY, PASSWORD);
            Thread discard = new Thread(() -> discard(server, folder));
            Runtime.getRuntime().addShutdownHook(discard);
            try {
                makeTemplate(server);
            } catch (DatabaseException e) {
                Runtime.getRuntime().removeShutdownHook(discard);
                discard(server, folder);
                throw e;
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeTemplate(EmbeddedDatabase server) {
        DatabaseBootstrap.prepare(
                server.superuserUrl("postgres"), server.superuserUrl(TEMPLATE), TEMPLATE, PASSWORD, PASSWORD);
        Migrations.run(server.url(TEMPLATE, DatabaseBootstrap.OWNER, PASSWORD));
    }

    private static void discard(EmbeddedDatabase server, Path folder) {
        try {
            server.close();
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
