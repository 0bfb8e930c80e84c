package org.govshare.backflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.govshare.platform.gauge.Measure;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.QueryPlan;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamMeasureTest {
    /** Seconds that a slow machine may add. */
    private static final double SLACK = 9;

    private static final String CITY = "130100";
    private static final String OTHER_CITY = "130200";
    private static final String DATASET = "hebei-communities";

    private final TestDatabase database = TestDatabase.create();

    @BeforeEach
    void loadRegistry() throws Exception {
        try (Connection owner = database.connectAsOwner()) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void noStreams_andStreamsThatHaveAll_areZero() throws SQLException {
        assertMeasured(0, 0);
        stream("'changes', false, null");
        change(OTHER_CITY, OTHER_CITY, 100);
        assertMeasured(0, 0);
    }

    @Test
    void lag_isTheAgeOfTheOldestChangeThatTheCityLacks() throws SQLException {
        stream("'changes', false, now()");
        change(CITY, CITY, 50);
        change(CITY, CITY, 40);
        assertMeasured(50, 0);
    }

    @Test
    void recordThatLeftTheCity_isAChangeForItToo() throws SQLException {
        stream("'changes', false, now()");
        change(OTHER_CITY, CITY, 70);
        assertMeasured(70, 0);
    }

    @Test
    void snapshot_hasWaitedSinceTheNeedWasStated_orItsLastBatch() throws SQLException {
        stream("'snapshot', false, null");
        assertMeasured(600, 0);
        run("update backflow_stream set last_sent_at = now() - interval '40 s'");
        assertMeasured(40, 0);
    }

    @Test
    void streamGivenUp_isStopped_andItsLagHidesNoOthers() throws SQLException {
        stream("'changes', true, null");
        change(CITY, CITY, 1_000);
        assertMeasured(0, 1);
    }

    @Test
    void streamThatTheLawHalts_isNoFault() throws SQLException {
        run("update dataset set share_class = 'WITHHELD', withheld_basis = '某法第一条' where id = '" + DATASET + "'");
        stream("'changes', true, null");
        change(CITY, CITY, 1_000);
        assertMeasured(0, 0);
        run("update backflow_stream set dead = false");
        assertMeasured(0, 0);
    }

    @Test
    void manyStreamsAndAHugeFeed_twoLookUpsForEachStream() throws SQLException {
        stream("'changes', false, now()");
        run("""
                insert into dataset
                select (jsonb_populate_record(d, jsonb_build_object('id', 'made-up-' || i))).*
                  from dataset d, generate_series(1, 100) i where d.id = 'hebei-communities';
                insert into backflow_need
                select p.region_code, 'made-up-' || i, null, p.operator_code, now()
                  from city_platform p, generate_series(1, 100) i;
                insert into backflow_stream (city, dataset_id, state, feed_txid, feed_seq, next_attempt_at)
                select city, dataset_id, 'changes', '5', 0, now() from backflow_need where dataset_id like 'made-up-%';
                insert into record_change (dataset_id, key, version, op, region_code, city, previous_city, at)
                select 'made-up-' || 1 + i % 100, 'k', 1, 'upsert', '130102', '130100', '130200', now() - interval '1 hour'
                  from generate_series(1, 100000) i;
                analyze backflow_need; analyze backflow_stream; analyze record_change;
                """);
        assertMeasured(3_600, 0);
        try (Connection app = database.connect()) {
            QueryPlan plan = QueryPlan.of(app, StreamMeasure.QUERY, "now()", "current_date");
            long streams = plan.rowsOf("backflow_stream");
            assertTrue(streams > 1_000 && streams <= Measure.MOST, plan::toString);
            assertTrue(plan.readsByIndex("record_change"), plan::toString);
            assertTrue(plan.rowsOf("record_change") <= 2 * streams, plan::toString);
        }
    }

    /** With state, dead, and when it sent something last; the need was stated ten minutes ago. */
    private void stream(String state) throws SQLException {
        run("""
                insert into backflow_need values ('%s', '%s', null, 'Y1130100FAKE000214', now() - interval '10 min');
                insert into backflow_stream (city, dataset_id, feed_txid, feed_seq, next_attempt_at, state, dead, last_sent_at)
                values ('%s', '%s', '5', 0, now(), %s)""".formatted(CITY, DATASET, CITY, DATASET, state));
    }

    private void change(String city, String previous, int secondsAgo) throws SQLException {
        run("""
                insert into record_change (dataset_id, key, version, op, region_code, city, previous_city, at)
                values ('%s', 'k', 1, 'upsert', '%s', '%s', '%s', now() - %d * interval '1 s')""".formatted(DATASET, city, city, previous, secondsAgo));
    }

    private void run(String sql) throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertMeasured(long lag, long stopped) throws SQLException {
        String now = StreamMeasure.QUERY.replaceFirst("\\?", "now()").replaceFirst("\\?", "current_date");
        try (Connection app = database.connect();
                Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery(now)) {
            row.next();
            assertEquals(lag, row.getDouble(1), SLACK);
            assertEquals(stopped, row.getLong(2));
        }
    }
}
