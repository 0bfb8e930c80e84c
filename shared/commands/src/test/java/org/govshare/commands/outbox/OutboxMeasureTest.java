package org.govshare.commands.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.govshare.platform.gauge.Measure;
import org.govshare.testkit.QueryPlan;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxMeasureTest {
    /** Seconds that a slow machine may add. */
    private static final double SLACK = 9;

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingWaits_isZero() throws SQLException {
        assertMeasured(0, 0);
    }

    @Test
    void messageForLater_isNoBacklog_andTheSentOnesAreNot() throws SQLException {
        put("now() - interval '1 hour', now() + interval '1 minute', 0, null");
        put("now() - interval '1 hour', now() - interval '1 hour', 1, now()");
        assertMeasured(0, 0);
    }

    @Test
    void messageForAMomentThatHasCome_waitsSinceThatMoment() throws SQLException {
        put("now() - interval '1 hour', now() - interval '30 seconds', 0, null");
        assertMeasured(1, 30);
    }

    @Test
    void urgentMessage_waitsSinceItWasWritten() throws SQLException {
        put("now() - interval '20 seconds', timestamptz 'epoch', 0, null");
        assertMeasured(1, 20);
    }

    @Test
    void messageSentInVain_waitsAlsoDuringItsPause() throws SQLException {
        put("now() - interval '15 minutes', now() + interval '5 minutes', 9, null");
        put("now(), now(), 0, null");
        assertMeasured(2, 900);
    }

    @Test
    void hugeBacklog_isCountedToTheLimit_byIndex() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into outbox (id, type, subject, data, created_at, available_at, sent_at)
                    select gen_random_uuid(), 't', '', '{}', now() - i * interval '1 s', now() - i * interval '1 s',
                           case when i > 50000 then now() end from generate_series(1, 100000) i""");
            statement.execute("analyze outbox");
        }
        assertMeasured(Measure.MOST, 50_000);
        try (Connection app = database.connect()) {
            QueryPlan plan = QueryPlan.of(app, OutboxMeasure.QUERY);
            assertTrue(plan.readsByIndex("outbox"), plan::toString);
            assertTrue(plan.rowsOf("outbox") <= Measure.MOST, plan::toString);
        }
    }

    /** With columns written, available, attempts and sent. */
    private void put(String moments) throws SQLException {
        try (Connection app = database.connect();
                Statement statement = app.createStatement()) {
            statement.execute("""
                    insert into outbox (id, type, subject, data, created_at, available_at, attempts, sent_at)
                    select gen_random_uuid(), 't', '', '{}', %s""".formatted(moments));
        }
    }

    private void assertMeasured(long waiting, long seconds) throws SQLException {
        try (Connection app = database.connect();
                Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery(OutboxMeasure.QUERY)) {
            row.next();
            assertEquals(waiting, row.getLong(1));
            assertEquals(seconds, row.getDouble(2), SLACK);
        }
    }
}
