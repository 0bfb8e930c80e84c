package org.govshare.standalone;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.govshare.platform.failure.CommandException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything in this process, and stops it in the reverse order on Ctrl-C or SIGTERM. */
@Command(name = "up", description = "Start all functions in one process, with a database of its own.")
final class UpCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "8080", description = "HTTP port, default ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on, default ${DEFAULT-VALUE}: this machine only.")
    private String host;

    @Override
    public Integer call() {
        Map<String, String> environment = System.getenv();
        OperatedLaw.of(environment);
        Optional<String> issuer = TokenIssuer.named(environment);
        Home home = Home.open(environment);
        FileLock lock = home.lock();
        checkPort();
        Server server =
                Server.over(() -> DatabaseAccess.guarded(home, environment, new Outage(() -> Quarkus.asyncExit(1))));
        DatabaseAccess database = server.database();
        database.prepare();
        Settings.of(home, database, host, port).forEach(System::setProperty);
        if (issuer.isEmpty()) {
            TokenIssuer.development(home).forEach(System::setProperty);
        }
        upkeep(environment);
        int status =
                server.run(Announcement.class, Announcement.notes(issuer, host).toArray(String[]::new));
        Home.release(lock);
        return status;
    }

    /** Signed roots and erasure, at the operator's intervals; a wrong period is reported before anything serves. */
    private static void upkeep(Map<String, String> environment) {
        OperatedLaw.periods(environment);
        System.setProperty("govshare.roots.every", environment.getOrDefault("GOVSHARE_ROOTS_EVERY", "10m"));
        System.setProperty("govshare.erasure.every", environment.getOrDefault("GOVSHARE_ERASURE_EVERY", "1h"));
    }

    /** Asked before anything is started, because a server that fails late leaves more to read. */
    private void checkPort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandException(
                    "cannot listen on " + host + " port " + port + " (" + e.getMessage()
                            + "): give another with --port",
                    e);
        }
    }
}
