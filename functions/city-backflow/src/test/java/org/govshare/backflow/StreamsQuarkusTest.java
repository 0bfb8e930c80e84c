package org.govshare.backflow;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.govshare.backflow.BackflowFixture.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.govshare.platform.sql.Database;
import org.govshare.records.RecordChange;
import org.govshare.records.RecordStore;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults between a stream and its receiver. Each test has a city of its own. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StreamsQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATASET = "hebei-place-names";

    @Inject
    RecordStore records;

    @Inject
    PushSlice push;

    @Inject
    Streams streams;

    @Inject
    Database database;

    private final List<CityReceiver> receivers = new ArrayList<>();

    @BeforeEach
    void loadRegistry() throws Exception {
        BackflowFixture.loadRegistry();
    }

    @AfterEach
    void close() {
        receivers.forEach(CityReceiver::close);
    }

    @Test
    void receiverDown_cursorStays_thenResumes() {
        CityReceiver receiver = registered("130300");
        put("130302", 2_500);
        receiver.answer = 503;
        need("130300");
        await().atMost(PATIENCE)
                .until(() -> "HTTP 503".equals(stream("130300", DATASET).get("lastError")));
        assertEquals(0, number("130300", "sentBatches"));
        assertEquals("", stream("130300", DATASET).get("cursor"));

        receiver.answer = 204;
        awaitAll(receiver, 2_500);
        assertEquals(List.of(), receiver.faults);
    }

    @Test
    void answerLost_sameBatchComesAgain() {
        CityReceiver receiver = registered("130400");
        put("130402", 10);
        receiver.forgetful = true;
        need("130400");
        await().atMost(PATIENCE).until(() -> receiver.manifests.size() >= 2);
        assertEquals(receiver.manifests.get(0), receiver.manifests.get(1));
        receiver.forgetful = false;
        awaitAll(receiver, 10);
        assertEquals(10, number("130400", "sentLines"));
    }

    @Test
    void repeatedAndForgedWakes_haveNoEffect() {
        CityReceiver receiver = registered("130500");
        put("130502", 10);
        need("130500");
        awaitAll(receiver, 10);
        int batches = receiver.manifests.size();
        together(20, i -> wake("130500", DATASET));
        wake("130500", "no-such-dataset");
        wake("", "");
        assertEquals(batches, receiver.manifests.size());
    }

    @Test
    void severalReplicas_shareAStreamWithoutRepeating() {
        CityReceiver receiver = registered("130600");
        put("130602", 6_000);
        need("130600");
        together(4, i -> push.run(new StreamKey("130600", DATASET)));
        awaitAll(receiver, 6_000);
        List<String> from =
                receiver.manifests.stream().map(m -> m.path("from").asText()).toList();
        assertEquals(from.stream().distinct().sorted().toList(), from);
        assertEquals(6_000, number("130600", "sentLines"));
    }

    @Test
    void startedOver_oldLeaseMovesNothing() {
        CityReceiver receiver = registered("130700");
        put("130702", 10);
        need("130700");
        awaitAll(receiver, 10);
        StreamKey key = new StreamKey("130700", DATASET);
        Lease old = streams.take(key).orElseThrow();
        assertTrue(streams.take(key).isEmpty(), "leased");
        streams.begin(key);
        boolean moved = database.callInNew(connection -> streams.advance(connection, old, old.cursor(), 1));
        assertEquals(false, moved);
    }

    @Test
    void otherFields_startOverWithThoseOnly() {
        CityReceiver receiver = registered("130800");
        put("130802", 3);
        need("130800");
        awaitAll(receiver, 3);
        BackflowFixture.post(
                        BackflowFixture.OPERATORS.get("130800"),
                        "/backflow/needs",
                        Map.of("city", "130800", "dataset", DATASET, "fields", List.of("name")))
                .statusCode(200);
        await().atMost(PATIENCE)
                .until(() -> receiver.lines.values().stream()
                        .allMatch(line -> line.path("data").size() == 1));
    }

    @Test
    void unansweredPing_keepsEndpointPendingAndSendsNothing() {
        CityReceiver receiver = receiver("130900");
        receiver.answer = 500;
        String endpoint = BackflowFixture.register(receiver);
        await().atMost(PATIENCE)
                .until(() -> "HTTP 500"
                        .equals(BackflowFixture.endpoint("130900", endpoint).get("lastError")));
        assertEquals("pending", BackflowFixture.endpoint("130900", endpoint).get("status"));
        put("130902", 5);
        need("130900");
        assertEquals(0, number("130900", "sentBatches"));
        receiver.answer = 204;
        awaitAll(receiver, 5);
    }

    @Test
    void registeredAgain_isAnsweredAsBefore() {
        CityReceiver receiver = receiver("130200");
        String key = UUID.randomUUID().toString();
        String first = BackflowFixture.register(receiver, key).extract().asString();
        String id = JsonPath.from(first).getString("id");
        await().atMost(PATIENCE)
                .until(() ->
                        "active".equals(BackflowFixture.endpoint("130200", id).get("status")));
        assertEquals(first, BackflowFixture.register(receiver, key).extract().asString());
    }

    @Test
    void providersCommand_reachesTheCity() {
        CityReceiver receiver = registered("131000");
        need("131000");
        JsonNode data = JsonNodeFactory.instance
                .objectNode()
                .put("dataset", DATASET)
                .set("changes", JsonNodeFactory.instance.arrayNode().add(change("131000-new", "131002")));
        BackflowFixture.event(BackflowFixture.CIVIL_AFFAIRS, "org.govshare.records.changed.v1", data)
                .statusCode(200);
        await().atMost(PATIENCE).until(() -> receiver.holds("131000-new"));
        BackflowFixture.event(BackflowFixture.PROVINCE_AUTHORITY, "org.govshare.records.changed.v1", data)
                .statusCode(403);
    }

    private static JsonNode change(String key, String region) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", key)
                .put("region", region)
                .set("payload", JsonNodeFactory.instance.objectNode().put("name", "新"));
    }

    private CityReceiver receiver(String city) {
        CityReceiver receiver = new CityReceiver(city, DATASET);
        receivers.add(receiver);
        return receiver;
    }

    private CityReceiver registered(String city) {
        CityReceiver receiver = receiver(city);
        BackflowFixture.activate(receiver);
        assertOnRecord(city);
        return receiver;
    }

    private static void assertOnRecord(String city) {
        try (var owner = BackflowFixture.owner();
                var row = owner.createStatement()
                        .executeQuery("select count(*) from govshare.audit_entry where action = 'activated-endpoint'"
                                + " and details ->> 'city' = '" + city + "'")) {
            row.next();
            assertTrue(row.getLong(1) > 0);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void need(String city) {
        BackflowFixture.need(city, DATASET).statusCode(200);
    }

    private void put(String region, int count) {
        records.apply(
                DATASET,
                IntStream.range(0, count)
                        .mapToObj(i -> RecordChange.upsert(
                                region + "-" + i,
                                region,
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("name", "地名")
                                        .put("code", i)))
                        .toList());
    }

    private static void awaitAll(CityReceiver receiver, long count) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertEquals(count, receiver.records());
            assertEquals("changes", stream(receiver.city, DATASET).get("state"));
        });
    }

    private static long number(String city, String name) {
        return ((Number) stream(city, DATASET).get(name)).longValue();
    }

    private static void wake(String city, String dataset) {
        given().header("ce-specversion", "1.0")
                .header("ce-id", "w")
                .header("ce-source", "//test")
                .header("ce-type", Wake.TYPE)
                .contentType(ContentType.JSON)
                .body(Map.of("city", city, "dataset", dataset))
                .header("Govshare-Sink-Secret", "test-secret")
                .post("/")
                .then()
                .statusCode(204);
    }

    private static void together(int times, java.util.function.IntConsumer work) {
        CompletableFuture.allOf(IntStream.range(0, times)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> work.accept(i)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }
}
