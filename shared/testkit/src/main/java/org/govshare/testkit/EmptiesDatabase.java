package org.govshare.testkit;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import org.eclipse.microprofile.config.ConfigProvider;

/** Empties the tables before a class that carries {@link EmptyDatabase}. */
public final class EmptiesDatabase implements QuarkusTestBeforeClassCallback {
    private static final int ATTEMPTS = 5;
    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
             where schemaname = 'govshare' and tableowner = current_user
               and tablename not in ('region', 'agency', 'contractor', 'dataset', 'city_platform', 'pack_source',
                   'holiday_notice', 'trail_key', 'flyway_schema_history')""";

    @Override
    public void beforeClass(Class<?> testClass) {
        if (testClass.isAnnotationPresent(EmptyDatabase.class)) {
            empty(ConfigProvider.getConfig().getValue("govshare.test.owner-url", String.class));
        }
    }

    /** What the application does in the background may be in the way; then again. */
    private static void empty(String ownerUrl) {
        for (int attempt = 1; ; attempt++) {
            try (Connection owner = DriverManager.getConnection(ownerUrl);
                    Statement statement = owner.createStatement()) {
                StringJoiner tables = new StringJoiner(", ");
                try (ResultSet rows = statement.executeQuery(TABLES)) {
                    while (rows.next()) {
                        tables.add(rows.getString(1));
                    }
                }
                if (tables.length() > 0) {
                    statement.execute("truncate " + tables);
                }
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !"40P01".equals(e.getSQLState())) {
                    throw new IllegalStateException("the tables cannot be emptied", e);
                }
            }
        }
    }
}
