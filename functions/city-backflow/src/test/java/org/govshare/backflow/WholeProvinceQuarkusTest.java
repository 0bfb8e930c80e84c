package org.govshare.backflow;

import static org.awaitility.Awaitility.await;
import static org.govshare.backflow.BackflowFixture.DATASET;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.govshare.exchange.LoadRecords;
import org.govshare.exchange.LoadReport;
import org.govshare.records.RecordChange;
import org.govshare.records.RecordRow;
import org.govshare.records.RecordStore;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real file, to the eleven cities, and repairs after it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WholeProvinceQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Inject
    RecordStore records;

    @Inject
    LoadRecords files;

    private final Map<String, CityReceiver> receivers = new TreeMap<>();

    @AfterEach
    void close() {
        receivers.values().forEach(CityReceiver::close);
    }

    @Test
    void wholeFile_reachesItsCities_andRepairsFollow() throws Exception {
        BackflowFixture.loadRegistry();
        LoadReport report = files.load(DATASET, BackflowFixture.COMMUNITIES, progress -> {});
        assertEquals(54_145, report.applied().inserted());
        assertEquals(1_298, report.byPrefix());
        assertEquals(0, report.withoutCity());

        for (String city : BackflowFixture.OPERATORS.keySet()) {
            CityReceiver receiver = new CityReceiver(city, DATASET);
            receivers.put(city, receiver);
            BackflowFixture.activate(receiver);
            BackflowFixture.need(city, DATASET).statusCode(200);
        }
        await().atMost(PATIENCE).untilAsserted(this::assertEqualOnBothSides);
        assertEquals(
                54_145,
                receivers.values().stream().mapToLong(CityReceiver::records).sum());
        assertEquals(
                1_298, streams().stream().mapToLong(s -> number(s, "byPrefix")).sum());

        repairAndMove();
        receivers.values().forEach(receiver -> assertEquals(List.of(), receiver.faults));
    }

    private void repairAndMove() {
        RecordRow row =
                records.read(DATASET, Optional.of("130100"), "", 1).rows().get(0);
        ObjectNode repaired =
                JsonNodeFactory.instance.objectNode().put("code", row.key()).put("name", "更正后的名称");
        records.apply(DATASET, List.of(RecordChange.upsert(row.key(), row.region(), repaired)));
        CityReceiver from = receivers.get("130100");
        await().atMost(PATIENCE)
                .until(() -> "更正后的名称"
                        .equals(from.lines
                                .get(row.key())
                                .path("data")
                                .path("name")
                                .asText()));

        records.apply(DATASET, List.of(RecordChange.upsert(row.key(), "130202", repaired)));
        await().atMost(PATIENCE).until(() -> receivers.get("130200").holds(row.key()) && !from.holds(row.key()));
        await().atMost(PATIENCE).untilAsserted(this::assertEqualOnBothSides);
    }

    private void assertEqualOnBothSides() {
        List<Map<String, Object>> streams = streams();
        assertEquals(11, streams.size());
        for (Map<String, Object> stream : streams) {
            assertEquals("changes", stream.get("state"), stream::toString);
            assertEquals(0, number(stream, "pending"), stream::toString);
            assertEquals(
                    number(stream, "records"), receivers.get(stream.get("city")).records(), stream::toString);
        }
    }

    private static List<Map<String, Object>> streams() {
        return BackflowFixture.streams(BackflowFixture.PROVINCE_AUTHORITY, DATASET);
    }

    private static long number(Map<String, Object> stream, String name) {
        return ((Number) stream.get(name)).longValue();
    }
}
