package org.govshare.standalone.knative;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.standalone.entrance.OneProcess;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.Test;

/** What waits in the tables shows at {@code /q/metrics}, under the names that the alerts use. */
@QuarkusTest
@TestProfile(GaugesQuarkusTest.Hurried.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class GaugesQuarkusTest {
    private static final double HOUR = 3_600;
    private static final double SLACK = 60;

    /** One process that does no work by itself, and reads its gauges each second. */
    public static class Hurried extends OneProcess {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("govshare.gauges.every", "1s");
            return settings;
        }
    }

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Test
    void alertsAndGauges_areTheSame() {
        Set<String> gauges = new TreeSet<>();
        Matcher type = Pattern.compile("# TYPE (govshare_[a-z_]+) gauge").matcher(metrics());
        while (type.find()) {
            gauges.add(type.group(1));
        }
        assertTrue(gauges.size() >= 8, gauges::toString);
        assertEquals(gauges, Alerts.metrics());
    }

    @Test
    void rows_showAsGauges() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                Statement statement = owner.createStatement()) {
            RegistryLoad.builtIn().into(owner);
            statement.execute(LATE);
            awaitShown("govshare_outbox_waiting", 1, 0);
            awaitShown("govshare_outbox_oldest_seconds", HOUR, SLACK);
            awaitShown("govshare_rungs_due", 2, 0);
            awaitShown("govshare_rungs_oldest_seconds", HOUR, SLACK);
            awaitShown("govshare_backflow_lag_seconds", HOUR, SLACK);
            awaitShown("govshare_backflow_stopped", 1, 0);
            awaitShown("govshare_trail_root_age_seconds", HOUR, SLACK);
            awaitShown("govshare_trail_unsigned", 1, 0);

            statement.execute("""
                    insert into govshare.trail_root_head (root, chain, seq, hash, signed_at) values (1, 'c', 1, '', now());
                    update govshare.outbox set sent_at = now()""");
            awaitShown("govshare_trail_root_age_seconds", 0, SLACK);
            awaitShown("govshare_trail_unsigned", 0, 0);
            awaitShown("govshare_outbox_waiting", 0, 0);
            awaitShown("govshare_outbox_oldest_seconds", 0, 0);
        }
    }

    /** A message, two rungs without their clocks, a stream behind and a dead one, an entry of the trail; all an hour old. */
    private static final String LATE = """
            set search_path = govshare;
            alter table clock_rung drop constraint clock_rung_clock_id_fkey, drop constraint clock_rung_case_id_fkey;
            insert into outbox (id, type, subject, data, created_at, available_at)
            values (gen_random_uuid(), 't', '', '{}', now() - interval '1 hour', now() - interval '1 hour');
            insert into clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act, pack, article)
            select gen_random_uuid(), 'r', 1, gen_random_uuid(), now() - i * interval '30 min', '', '[]', '', '', ''
              from generate_series(1, 2) i;
            insert into backflow_need
            select region_code, 'hebei-communities', null, operator_code, now() from city_platform
             where region_code in ('130100', '130200');
            insert into backflow_stream (city, dataset_id, feed_txid, feed_seq, next_attempt_at, state, dead)
            select city, dataset_id, '5', 0, now(), 'changes', city = '130200' from backflow_need;
            insert into record_change (dataset_id, key, version, op, region_code, city, at)
            values ('hebei-communities', 'k', 1, 'upsert', '130100', '130100', now() - interval '1 hour');
            insert into audit_entry (chain, seq, at, agency, person, action, details, previous, hash)
            values ('c', 1, now() - interval '1 hour', 'a', '', 'did', '{}', '', '')
            """;

    private static void awaitShown(String gauge, double value, double slack) {
        await(gauge)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(value, shown(gauge), slack, gauge));
    }

    private static double shown(String gauge) {
        Matcher line = Pattern.compile("(?m)^" + gauge + " (\\S+)$").matcher(metrics());
        return line.find() ? Double.parseDouble(line.group(1)) : Double.NaN;
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
