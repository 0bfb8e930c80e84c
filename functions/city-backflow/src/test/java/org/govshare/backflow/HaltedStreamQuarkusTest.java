package org.govshare.backflow;

import static org.awaitility.Awaitility.await;
import static org.govshare.backflow.BackflowFixture.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.stream.IntStream;
import org.govshare.records.RecordChange;
import org.govshare.records.RecordStore;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream stops and shows the reason while the law forbids the flow; afterwards it goes on from its cursor. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class HaltedStreamQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CITY = "131100";

    @Inject
    RecordStore records;

    @Inject
    Streams streams;

    @BeforeEach
    @AfterEach
    void asBuiltIn() throws Exception {
        BackflowFixture.loadRegistry();
    }

    @Test
    void datasetWithheldByLaw_halts() throws Exception {
        halts(
                "hebei-legal-entities",
                "update dataset set share_class = 'WITHHELD', withheld_basis = '某法第一条' where id = 'hebei-legal-entities'",
                "withheld by law: 某法第一条");
    }

    @Test
    void datasetNoLongerInTheCatalogue_halts() throws Exception {
        halts(
                "hebei-land-parcels",
                "update dataset set valid_to = '2024-01-01' where id = 'hebei-land-parcels'",
                "not in the catalogue in force");
    }

    @Test
    void approvalOfTheCitysPlatformEnded_halts() throws Exception {
        halts(
                "hebei-social-organisations",
                "update city_platform set approval_ended_on = '2024-01-01' where region_code = '131100'",
                "ended on 2024-01-01");
    }

    private void halts(String dataset, String change, String why) throws Exception {
        try (CityReceiver receiver = new CityReceiver(CITY, dataset)) {
            BackflowFixture.activate(receiver);
            put(dataset, 0, 3);
            BackflowFixture.need(CITY, dataset).statusCode(200);
            awaitAll(receiver, dataset, 3);

            try (Connection owner = BackflowFixture.owner()) {
                owner.createStatement().execute(change);
            }
            put(dataset, 3, 5);
            assertTrue(streams.take(new StreamKey(CITY, dataset)).isEmpty(), "nothing may be pushed");
            assertTrue(
                    streams.due(100).stream().noneMatch(due -> due.equals(new StreamKey(CITY, dataset))),
                    "no sweep takes it up");
            assertEquals("halted", stream(CITY, dataset).get("state"));
            String shown = (String) stream(CITY, dataset).get("lastError");
            assertTrue(shown.contains(why), shown);
            assertEquals(3, receiver.records());

            BackflowFixture.loadRegistry();
            awaitAll(receiver, dataset, 5);
        }
    }

    private void put(String dataset, int from, int to) {
        records.apply(
                dataset,
                IntStream.range(from, to)
                        .mapToObj(i -> RecordChange.upsert(
                                "131102-" + i,
                                "131102",
                                JsonNodeFactory.instance.objectNode().put("name", "名称" + i)))
                        .toList());
    }

    private static void awaitAll(CityReceiver receiver, String dataset, long count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertEquals(count, receiver.records());
            assertEquals("changes", stream(CITY, dataset).get("state"));
        });
    }
}
