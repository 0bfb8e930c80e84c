package org.govshare.standalone;

import java.util.Map;
import java.util.Optional;
import org.govshare.database.DatabaseBootstrap;
import org.govshare.database.EmbeddedDatabase;
import org.govshare.database.EmbeddedDatabase.Durability;

/**
 * How this process reaches its database: one of its own, started and stopped with it, or one that the operator names.
 *
 * @param appUrl JDBC address as {@code govshare_app}, password included
 * @param ownerUrl JDBC address as {@code govshare_owner}; absent if the operator keeps migrations to himself
 * @param stop stops a database of its own
 */
record DatabaseAccess(String appUrl, Optional<String> ownerUrl, Runnable stop) implements AutoCloseable {
    private static final String NAME = "govshare";

    /** Takes {@code GOVSHARE_DB_URL} if given, else starts PostgreSQL on the data folder, which the caller has locked. */
    static DatabaseAccess open(Home home, Map<String, String> environment) {
        String given = environment.getOrDefault("GOVSHARE_DB_URL", "");
        if (!given.isBlank()) {
            return new DatabaseAccess(given, ownerUrl(environment), () -> {});
        }
        EmbeddedDatabase server = EmbeddedDatabase.start(
                home.resolve("postgres"), home.resolve("programs"), Durability.DURABLE, home.secret("superuser"));
        String owner = home.secret("owner");
        String app = home.secret("app");
        try {
            DatabaseBootstrap.prepare(server.superuserUrl("postgres"), server.superuserUrl(NAME), NAME, owner, app);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        return new DatabaseAccess(
                server.url(NAME, DatabaseBootstrap.APPLICATION, app),
                Optional.of(server.url(NAME, DatabaseBootstrap.OWNER, owner)),
                server::close);
    }

    static Optional<String> ownerUrl(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("GOVSHARE_DB_OWNER_URL")).filter(url -> !url.isBlank());
    }

    @Override
    public void close() {
        stop.run();
    }
}
