package org.govshare.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.govshare.platform.gauge.Measure;
import org.govshare.testkit.QueryPlan;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RungMeasureTest {
    private static final String NOW = "2026-03-02T02:00:00Z";

    private final TestDatabase database = TestDatabase.create();

    /** Rungs without their clocks: the measure reads no other table. */
    @BeforeEach
    void alone() throws SQLException {
        run("alter table clock_rung drop constraint clock_rung_clock_id_fkey, drop constraint clock_rung_case_id_fkey");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void dueRungs_areCountedByTheLawsClock_withTheAgeOfTheOldest() throws SQLException {
        assertMeasured(0, 0);
        put("timestamptz '2026-03-02T01:00:00Z'", "false, null", 2);
        put("timestamptz '2026-03-02T02:00:00Z'", "false, null", 1);
        put("timestamptz '2026-03-02T02:00:01Z'", "false, null", 1);
        assertMeasured(3, 3600);
    }

    @Test
    void rungsThatFired_orNeedNot_areNotDue() throws SQLException {
        put("timestamptz '2026-03-01'", "true, null", 1);
        put("timestamptz '2026-03-01'", "false, timestamptz '2026-03-01'", 1);
        assertMeasured(0, 0);
    }

    @Test
    void hugeBacklog_isCountedToTheLimit_byIndex() throws SQLException {
        put("timestamptz '2026-03-02T02:00:00Z' - i * interval '1 s'", "false, null", 50_000);
        put("timestamptz '2026-03-02T02:00:00Z' + i * interval '1 s'", "false, null", 50_000);
        put("timestamptz '2026-03-01'", "false, timestamptz '2026-03-01'", 50_000);
        run("analyze clock_rung");
        assertMeasured(Measure.MOST, 50_000);
        try (Connection app = database.connect()) {
            QueryPlan plan = QueryPlan.of(app, RungMeasure.QUERY, "'" + NOW + "'", "'" + NOW + "'");
            assertTrue(plan.readsByIndex("clock_rung"), plan::toString);
            assertTrue(plan.rowsOf("clock_rung") <= Measure.MOST, plan::toString);
        }
    }

    /** With moot and when it fired. */
    private void put(String due, String state, int rungs) throws SQLException {
        run("""
                insert into clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act, pack,
                                        article, moot, fired_at)
                select gen_random_uuid(), 'r', 1, gen_random_uuid(), %s, '', '[]', '', '', '', %s
                  from generate_series(1, %d) i""".formatted(due, state, rungs));
    }

    private void run(String sql) throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertMeasured(long due, long seconds) throws SQLException {
        RungMeasure measure = new RungMeasure(Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC));
        try (Connection app = database.connect();
                PreparedStatement query = app.prepareStatement(measure.query())) {
            query.setObject(1, measure.parameters().get(0));
            query.setObject(2, measure.parameters().get(1));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertEquals(due, row.getLong(1));
                assertEquals(seconds, row.getDouble(2));
            }
        }
    }
}
