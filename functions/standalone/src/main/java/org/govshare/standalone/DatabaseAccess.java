package org.govshare.standalone;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.govshare.database.DatabaseBootstrap;
import org.govshare.database.DatabaseGuard;
import org.govshare.database.EmbeddedDatabase;
import org.govshare.database.EmbeddedDatabase.Durability;
import org.govshare.database.Migrations;
import org.govshare.platform.failure.CommandException;

/**
 * How this process reaches its database: one of its own, started and stopped with it, or one that the operator names.
 *
 * @param appUrl JDBC address as {@code govshare_app}, password included
 * @param ownerUrl JDBC address as {@code govshare_owner}; absent if the operator keeps migrations to himself
 * @param stop stops a database of its own
 */
record DatabaseAccess(String appUrl, Optional<String> ownerUrl, Runnable stop) implements AutoCloseable {
    private static final String NAME = "govshare";
    private static final String DATA = "postgres";
    private static final String OWNER_PASSWORD = "owner";
    private static final String APP_PASSWORD = "app";

    /** Takes {@code GOVSHARE_DB_URL} if given, else starts PostgreSQL on the data folder, which the caller has locked. */
    static DatabaseAccess open(Home home, Map<String, String> environment) {
        return given(environment).orElseGet(() -> start(home, Durability.DURABLE, server -> server::close));
    }

    /**
     * Like {@link #open(Home, Map)}; a PostgreSQL that it has started itself is started again after it has gone.
     *
     * @param listener hears what becomes of that PostgreSQL
     */
    static DatabaseAccess guarded(Home home, Map<String, String> environment, DatabaseGuard.Listener listener) {
        return given(environment)
                .orElseGet(
                        () -> start(home, Durability.DURABLE, server -> DatabaseGuard.over(server, listener)::close));
    }

    private static Optional<DatabaseAccess> given(Map<String, String> environment) {
        return Optional.of(environment.getOrDefault("GOVSHARE_DB_URL", ""))
                .filter(url -> !url.isBlank())
                .map(url -> new DatabaseAccess(url, ownerUrl(environment), () -> {}));
    }

    /** A database for one run: fast, because nothing of it has to outlive a crash of the machine. */
    static DatabaseAccess throwaway(Home home) {
        return start(home, Durability.THROWAWAY, server -> server::close);
    }

    private static DatabaseAccess start(
            Home home, Durability durability, Function<EmbeddedDatabase, Runnable> stopping) {
        EmbeddedDatabase server = EmbeddedDatabase.start(
                home.resolve(DATA), home.resolve("programs"), durability, home.secret("superuser"));
        try {
            DatabaseBootstrap.prepare(
                    server.superuserUrl("postgres"),
                    server.superuserUrl(NAME),
                    NAME,
                    home.secret(OWNER_PASSWORD),
                    home.secret(APP_PASSWORD));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return embedded(home, server.port(), stopping.apply(server));
    }

    /**
     * For a command while {@code up} runs: the operator's database, or the one that {@code up} has started, or,
     * when none runs, one that is started for the command and migrated.
     */
    static DatabaseAccess reach(Home home, Map<String, String> environment) {
        if (!environment.getOrDefault("GOVSHARE_DB_URL", "").isBlank()) {
            return open(home, environment);
        }
        if (home.tryLock().isEmpty()) {
            int port = EmbeddedDatabase.portOf(home.resolve(DATA))
                    .orElseThrow(() -> new CommandException("govshare is just starting: try again in a moment"));
            return embedded(home, port, () -> {});
        }
        DatabaseAccess own = open(home, environment);
        try {
            own.prepare();
        } catch (RuntimeException e) {
            own.close();
            throw e;
        }
        return own;
    }

    /** Migrates, and fills an empty registry; left to the operator if he keeps the owner's role to himself. */
    void prepare() {
        ownerUrl.ifPresent(url -> {
            Migrations.run(url);
            RegistryStock.fillIfEmpty(url);
        });
    }

    /** JDBC address, as the functions have it, of the database that is there without starting one. */
    static Optional<String> running(Home home, Map<String, String> environment) {
        Optional<String> given =
                Optional.ofNullable(environment.get("GOVSHARE_DB_URL")).filter(url -> !url.isBlank());
        return given.or(() -> EmbeddedDatabase.portOf(home.resolve(DATA))
                .filter(port -> home.isLocked())
                .map(port -> embedded(home, port, () -> {}).appUrl()));
    }

    private static DatabaseAccess embedded(Home home, int port, Runnable stop) {
        String app = home.secret(APP_PASSWORD);
        String owner = home.secret(OWNER_PASSWORD);
        return new DatabaseAccess(
                EmbeddedDatabase.url(port, NAME, DatabaseBootstrap.APPLICATION, app),
                Optional.of(EmbeddedDatabase.url(port, NAME, DatabaseBootstrap.OWNER, owner)),
                stop);
    }

    static Optional<String> ownerUrl(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("GOVSHARE_DB_OWNER_URL")).filter(url -> !url.isBlank());
    }

    @Override
    public void close() {
        stop.run();
    }
}
