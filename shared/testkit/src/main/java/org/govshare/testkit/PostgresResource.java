package org.govshare.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.govshare.database.DatabaseBootstrap;

/**
 * Gives a Quarkus test a database of its own as {@code govshare_app}, and the key that {@link TestTokens} sign with.
 *
 * <p>{@code govshare.test.owner-url} holds the JDBC address for the owner's role.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private TestDatabase database;

    @Override
    public Map<String, String> start() {
        database = TestDatabase.create();
        Map<String, String> config = new HashMap<>(TestTokens.verification());
        config.put("quarkus.datasource.jdbc.url", database.appUrl());
        config.put("quarkus.datasource.username", DatabaseBootstrap.APPLICATION);
        config.put("quarkus.datasource.password", TestDatabase.password());
        config.put("quarkus.datasource.jdbc.new-connection-sql", TestDatabase.SET_ZONE);
        config.put("govshare.test.owner-url", database.ownerUrl());
        return config;
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }
}
