package org.govshare.commands.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTableTest {
    private static final int DAYS = 7;

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void fill() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into outbox (id, type, subject, data, created_at, available_at, sent_at)
                    select gen_random_uuid(), 't', i::text, '{}', now(), now(),
                           case when i <= 5 then now() - interval '8 days' when i <= 20000 then now() end
                      from generate_series(1, 20005) i""");
            statement.execute("analyze outbox");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void purge_removesWhatWasSentLongAgo_withoutReadingTheRest() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            assertEquals(5, new OutboxTable(handingOut(connection)).purge(DAYS));
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select seq_scan from pg_stat_xact_user_tables where relname = 'outbox'")) {
                row.next();
                assertEquals(0, row.getLong(1), "scans from end to end");
                assertFalse(row.next());
            }
        }
    }

    private static DataSource handingOut(Connection connection) {
        Connection kept = (Connection) Proxy.newProxyInstance(
                OutboxTableTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return (DataSource) Proxy.newProxyInstance(
                OutboxTableTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> kept);
    }
}
