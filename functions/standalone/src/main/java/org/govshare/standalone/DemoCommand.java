package org.govshare.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.govshare.database.DatabaseException;
import org.govshare.database.Folders;
import org.govshare.database.Migrations;
import org.govshare.platform.failure.CommandException;
import picocli.CommandLine.Command;

/** Plays a story of requests, deadlines, back-flow and a repair, on a data folder that is gone afterwards. */
@Command(
        name = "demo",
        description =
                "Play a story on a movable clock with real rows, about a minute; exit status 0 if all of it held.")
final class DemoCommand implements Callable<Integer> {
    private static final String HOST = "127.0.0.1";

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("govshare-demo-");
        Server server = Server.over(() -> open(folder));
        DatabaseAccess database = server.database();
        String owner = database.ownerUrl().orElseThrow();
        Migrations.run(owner);
        RegistryStock.fillIfEmpty(owner);
        settings(Home.open(Map.of("GOVSHARE_HOME", folder.toString())), database)
                .forEach(System::setProperty);
        return server.run(DemoApplication.class, folder.toString(), owner);
    }

    /** The database takes the whole folder with it when it is closed. */
    private static DatabaseAccess open(Path folder) {
        try {
            Home home = Home.open(Map.of("GOVSHARE_HOME", folder.toString()));
            DatabaseAccess database = DatabaseAccess.throwaway(home);
            return new DatabaseAccess(database.appUrl(), database.ownerUrl(), () -> {
                database.close();
                delete(folder);
            });
        } catch (CommandException | DatabaseException e) {
            delete(folder);
            throw e;
        }
    }

    private static Map<String, String> settings(Home home, DatabaseAccess database) {
        Map<String, String> settings = Settings.of(home, database, HOST, freePort());
        settings.putAll(TokenIssuer.development(home));
        settings.put("govshare.movable-clock", "true");
        settings.put("govshare.escalation.every", "1s");
        settings.put("govshare.delivery.allow-private", "true");
        settings.put("quarkus.log.level", "WARN");
        // On Ctrl-C it complains that the server has gone.
        settings.put("quarkus.log.category.\"io.netty\".level", "ERROR");
        // Libraries unpack things there; so they go with the folder.
        settings.put("java.io.tmpdir", home.resolve("").toString());
        return settings;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CommandException("no free port on " + HOST, e);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's folder " + folder + " could not be deleted", e);
        }
    }
}
