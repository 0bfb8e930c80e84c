package org.govshare.commands.trail;

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

class RootMeasureTest {
    /** Seconds that a slow machine may add. */
    private static final double SLACK = 9;

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void emptyTrail_needsNoRoot() throws SQLException {
        assertMeasured(0, 0);
    }

    @Test
    void trailWithoutARoot_isUnprotectedSinceItsFirstEntry() throws SQLException {
        enter(5, "now() - i * interval '100 s'");
        assertMeasured(500, 5);
    }

    @Test
    void age_isThatOfTheLastRoot_andLaterEntriesAreUnsigned() throws SQLException {
        enter(5, "now() - i * interval '100 s'");
        sign(1, "now() - interval '1 day'");
        sign(2, "now() - interval '250 s'");
        assertMeasured(250, 2);
    }

    @Test
    void rootFromBeforeItsMomentWasKept_isAsOldAsTheTrail() throws SQLException {
        enter(5, "now() - i * interval '100 s'");
        sign(1, "null");
        assertMeasured(500, 5);
    }

    @Test
    void hugeTrail_isReadByIndex_andBounded() throws SQLException {
        enter(100_000, "now() - i * interval '1 s'");
        for (int root = 1; root <= 3; root++) {
            sign(root, "now() - interval '50000 s'");
        }
        assertMeasured(50_000, Measure.MOST);
        assertBounded(Measure.MOST);
        sign(4, "now()");
        assertMeasured(0, 0);
        assertBounded(1);
    }

    private void assertBounded(long entries) throws SQLException {
        try (Connection app = database.connect()) {
            QueryPlan plan = QueryPlan.of(app, RootMeasure.QUERY);
            assertTrue(plan.readsByIndex("audit_entry") && plan.readsByIndex("trail_root_head"), plan::toString);
            assertTrue(plan.rowsOf("audit_entry") <= entries && plan.rowsOf("trail_root_head") == 1, plan::toString);
        }
    }

    private void enter(int entries, String at) throws SQLException {
        run("""
                insert into audit_entry (chain, seq, at, agency, person, action, details, previous, hash)
                select 'agency/' || i %% 100, i, %s, 'a', '', 'did', '{}', '', '' from generate_series(1, %d) i;
                analyze audit_entry""".formatted(at, entries));
    }

    /** A root over a hundred chains. */
    private void sign(int root, String at) throws SQLException {
        run("""
                insert into trail_root_head (root, chain, seq, hash, signed_at)
                select %d, 'agency/' || i, %d * 1000 + i, '', %s from generate_series(0, 99) i;
                analyze trail_root_head""".formatted(root, root, at));
    }

    private void run(String sql) throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertMeasured(long seconds, long unsigned) throws SQLException {
        try (Connection app = database.connect();
                Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery(RootMeasure.QUERY)) {
            row.next();
            assertEquals(seconds, row.getDouble(1), SLACK);
            assertEquals(unsigned, row.getLong(2));
        }
    }
}
