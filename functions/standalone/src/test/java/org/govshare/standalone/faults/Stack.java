package org.govshare.standalone.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.govshare.database.Folders;
import org.govshare.testkit.LawTimeShift;
import org.govshare.upkeep.root.RootKeys;

/** Two replicas of the application, wire, database and sink, as one thing that can be broken and must heal. */
final class Stack implements AutoCloseable {
    private static final int REPLICAS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final DurableServer server;
    final Wire wire;
    final FlakySink sink;
    final List<App> apps = new ArrayList<>();
    final LawTimeShift time;
    private final Path homes = Files.createTempDirectory("govshare-faults-homes");

    private Stack(long seed) throws IOException, SQLException {
        server = DurableServer.start();
        time = new LawTimeShift(server.ownerUrl());
        wire = Wire.to(server.port());
        sink = FlakySink.start(seed);
        Files.createDirectory(homes.resolve("audit"));
        String key = RootKeys.generate();
        Files.writeString(homes.resolve(App.ROOT_KEY), key);
        Files.writeString(homes.resolve(App.ROOT_KEY + ".pub"), RootKeys.publicBlock(key));
        for (int i = 0; i < REPLICAS; i++) {
            Path home = Files.createDirectory(homes.resolve(Integer.toString(i)));
            apps.add(new App(home, DurableServer.appUrl(wire.port()), sink.address()));
        }
        sink.handOnTo(addresses());
    }

    static Stack start(long seed) throws IOException, SQLException {
        Stack stack = new Stack(seed);
        for (App app : stack.apps) {
            app.start();
        }
        stack.awaitReady();
        return stack;
    }

    List<URI> addresses() {
        return apps.stream().map(App::address).toList();
    }

    void awaitReady() {
        apps.forEach(App::awaitReady);
    }

    /** Starts those again that ended by themselves, as they do when their database is away while they start. */
    void raise() throws IOException {
        for (App app : apps) {
            app.raise();
        }
    }

    /**
     * No more faults: waits until nothing waits. Pauses after failures and the leases that the dead left behind are not
     * sat out but end now, which is as if the time had passed.
     */
    void heal() {
        sink.mood(FlakySink.Mood.WELL);
        awaitReady();
        Awaitility.await("the outbox to empty and every rung to fire")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    hurry();
                    return waiting() == 0;
                });
    }

    /** The operator's own command on the database, past the wire: {@code audit root}, {@code audit verify --state}. */
    String audit(String... what) throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of("audit"), Stream.of(what)).toArray(String[]::new);
        return App.command(homes.resolve("audit"), DurableServer.appUrl(server.port()), command);
    }

    private void hurry() throws SQLException {
        try (Connection owner = server.connect();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("update outbox set available_at = clock_timestamp()"
                    + " where sent_at is null and available_at > clock_timestamp() and lease is not null");
        }
    }

    private long waiting() throws SQLException {
        try (Connection owner = server.connect()) {
            Ledger ledger = Ledger.read(owner);
            return ledger.outbox().stream().filter(message -> !message.sent()).count()
                    + ledger.rungs().stream()
                            .filter(rung -> rung.due() && rung.firedAt().isEmpty())
                            .count();
        }
    }

    @Override
    public void close() throws IOException {
        apps.forEach(App::close);
        sink.close();
        wire.close();
        server.close();
        Folders.delete(homes);
    }
}
