package org.govshare.standalone.processes;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.govshare.testkit.WebhookReceiver;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions as separate processes: each notification comes twice and in any order, and has one effect. */
class ManyProcessesIT {
    private static final String AUTHORITY = "Y1130000FAKE00021Y";
    private static final String PUBLIC_SECURITY = "Y1130000FAKE01016L";
    private static final String CIVIL_AFFAIRS = "Y1130000FAKE01024F";
    private static final String HEALTH = "Y1130000FAKE01032A";
    private static final String SHIJIAZHUANG = "Y1130100FAKE000214";
    private static final String TANGSHAN = "Y1130200FAKE000219";
    private static final String COMMUNITIES = "hebei-communities";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static Cluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = new Cluster();
        cluster.start();
        cluster.time.to(Instant.parse("2025-09-22T01:00:00Z"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void lateReply_firesEachRungOnce_howeverOftenTold() {
        String request = submit();
        act(AUTHORITY, request, "forward");

        // Five working days from Monday the 22nd end on the 28th, a make-up Sunday; the reminder comes on the 26th.
        cluster.time.to(Instant.parse("2025-09-28T01:00:00Z"));
        cluster.ping(cluster.escalation, "escalation");
        awaitRungs(request, 1);

        // Past the National Day holiday all rungs of the reply's ladder have come; what the authority has done is moot.
        cluster.time.to(Instant.parse("2025-10-20T01:00:00Z"));
        IntStream.range(0, 5).forEach(i -> cluster.tick());
        awaitRungs(request, 4);
        await().atMost(PATIENCE).until(() -> cluster.broker.delivered(Cluster.TICK) >= 10);

        assertEquals(4, rungs(request));
        assertEquals(4, entries(request, "escalated-%"));
        assertEquals(
                4,
                cluster.count(
                        "select count(*) from outbox where type = 'org.govshare.clock.escalated.v1' and subject = ?",
                        request));
        assertEquals(2, entries(request, "escalated-propose"), "Hebei's proposal and the Decree's");
        Cluster.as(PUBLIC_SECURITY, cluster.intake)
                .get("/requests/" + request)
                .then()
                .statusCode(200)
                .body("step", equalTo("reply"));
    }

    @Test
    void records_flowToTheirCity_andEachBatchCountsOnce() throws Exception {
        try (WebhookReceiver city = WebhookReceiver.start()) {
            put("130102", 0, 400);
            // A development zone that the region table lacks lies in the city by its first four digits.
            put("130171", 400, 430);
            put("130602", 430, 460);
            receive(SHIJIAZHUANG, "130100", city);
            await().atMost(PATIENCE).until(() -> city.records() == 430);

            Cluster.forge(
                    cluster.backflowInner.address(),
                    Cluster.WAKE,
                    "{\"city\":\"130100\",\"dataset\":\"" + COMMUNITIES + "\"}");
            change("130102", 7, "河北省石家庄市改名社区");
            await().atMost(PATIENCE)
                    .until(() ->
                            city.record(key("130102", 7)).path("name").asText().contains("改名"));
            settled("130100", city, 430);
        }
    }

    @Test
    void killedInTheMiddleOfAPush_goesOnWhereTheCityStands() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        try (WebhookReceiver city = WebhookReceiver.start()) {
            city.beforeAnswer(batch -> {
                if (batch == 2) {
                    second.countDown();
                    killed.await();
                }
            });
            for (int from = 0; from < 2_400; from += 800) {
                put("130202", from, from + 800);
            }
            receive(TANGSHAN, "130200", city);
            assertTrue(second.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "a second batch comes");
            cluster.backflowInner.kill();
            killed.countDown();
            assertEquals(1, batches("130200"), "what was not answered has not moved the cursor");

            cluster.backflowInner.start();
            cluster.backflowInner.awaitReady();
            // The dead process leaves its lease behind; instead of waiting two minutes, it runs out now.
            cluster.update("update backflow_stream set lease_until = now() where city = '130200'");
            cluster.ping(cluster.backflowInner, "backflow");
            await().atMost(PATIENCE).until(() -> city.records() == 2_400);
            settled("130200", city, 2_400);
            assertTrue(city.repeated() >= 1, "the batch that the dead process had sent comes again");
        }
    }

    @Test
    void entrances_areApart() {
        assertEquals(404, Cluster.forge(cluster.backflow.address(), Cluster.WAKE, "{}"));
        assertEquals(404, Cluster.forge(cluster.intake.address(), Cluster.TICK, "{}"));
        Cluster.as(HEALTH, cluster.backflowInner)
                .get("/backflow/streams")
                .then()
                .statusCode(404);
        Cluster.as(HEALTH, cluster.escalation).get("/requests").then().statusCode(404);
        assertEquals(404, Cluster.forge(cluster.escalation.address().resolve(Cluster.TICK), Cluster.TICK, "{}"));
    }

    @ParameterizedTest
    @CsvSource({"catalog,/datasets", "supervision,/acts"})
    void functionByItself_servesItsOwn_andNoOther(String function, String path) throws Exception {
        try (FunctionProcess alone = cluster.front(function)) {
            alone.start();
            alone.awaitReady();
            Cluster.as(HEALTH, alone).get(path).then().statusCode(200).body("items", notNullValue());
            Cluster.as(HEALTH, alone).get("/requests").then().statusCode(404);
        }
        Cluster.as(HEALTH, cluster.intake).get(path).then().statusCode(404);
        Cluster.as(HEALTH, cluster.exchange).get("/grants").then().statusCode(200);
        Cluster.as(HEALTH, cluster.intake).get("/grants").then().statusCode(404);
    }

    private static String submit() {
        Map<String, ?> form = ShareForm.of("hebei-standard-addresses", Map.of("scenario", "疫情流调"));
        var command = Cluster.as(HEALTH, cluster.intake).body(form);
        String first =
                command.post("/requests").then().statusCode(201).extract().path("id");
        String again =
                command.post("/requests").then().statusCode(201).extract().path("id");
        assertEquals(first, again, "the same command again has no second effect");
        return first;
    }

    private static void act(String agency, String request, String action) {
        Cluster.as(agency, cluster.intake)
                .body(Map.of("action", action, "fields", Map.of()))
                .post("/requests/" + request + "/actions")
                .then()
                .statusCode(200);
    }

    private static void awaitRungs(String request, int fired) {
        await().atMost(PATIENCE).until(() -> rungs(request) >= fired);
        assertEquals(fired, rungs(request));
    }

    private static long rungs(String request) {
        return cluster.count(
                "select count(*) from clock_rung where case_id = cast(? as uuid) and fired_at is not null", request);
    }

    private static long entries(String request, String action) {
        return cluster.count(
                "select count(*) from audit_entry where case_id = cast(? as uuid) and action like ?", request, action);
    }

    /** The provider hands in rows through another function than the one that pushes them. */
    private static void put(String region, int from, int to) {
        changes(IntStream.range(from, to)
                .mapToObj(i -> row(region, i, "河北省示例社区" + i))
                .toList());
    }

    private static void change(String region, int i, String name) {
        changes(List.of(row(region, i, name)));
    }

    private static void changes(List<Map<String, Object>> rows) {
        Cluster.as(CIVIL_AFFAIRS, cluster.exchange)
                .header("ce-specversion", "1.0")
                .header("ce-id", java.util.UUID.randomUUID().toString())
                .header("ce-source", "//civil-affairs")
                .header("ce-type", "org.govshare.records.changed.v1")
                .body(Map.of("dataset", COMMUNITIES, "changes", rows))
                .post("/events")
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> row(String region, int i, String name) {
        String key = key(region, i);
        return Map.of("key", key, "region", region, "payload", Map.of("code", key, "name", name, "town", "示例街道"));
    }

    private static String key(String region, int i) {
        return region + "%06d".formatted(i);
    }

    private static void receive(String platform, String city, WebhookReceiver receiver) {
        String endpoint = Cluster.as(platform, cluster.backflow)
                .body(Map.of("city", city, "url", receiver.address().toString(), "secret", receiver.secret()))
                .post("/backflow/endpoints")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(PATIENCE)
                .until(() -> "active"
                        .equals(Cluster.as(platform, cluster.backflow)
                                .get("/backflow/endpoints/" + endpoint)
                                .jsonPath()
                                .getString("status")));
        Cluster.as(platform, cluster.backflow)
                .body(Map.of("city", city, "dataset", COMMUNITIES))
                .post("/backflow/needs")
                .then()
                .statusCode(200);
    }

    /** Once nothing waits any more, both sides and the trail count the same. A look at the stream later on does not wait yet. */
    private static void settled(String city, WebhookReceiver receiver, int records) {
        await().atMost(PATIENCE)
                .until(() -> cluster.count("select count(*) from outbox where sent_at is null"
                                + " and (available_at <= now() or attempts > 0)")
                        == 0);
        await().atMost(PATIENCE)
                .until(() -> cluster.count("select count(*) from backflow_stream where lease is not null") == 0);
        assertEquals(records, receiver.records());
        assertEquals(
                records,
                cluster.count("select count(*) from record where dataset_id = ? and city = ?", COMMUNITIES, city));
        assertEquals(receiver.batches(), batches(city), "each batch that the city took moved the cursor once");
        assertEquals(
                batches(city),
                cluster.count(
                        "select count(*) from audit_entry where action = 'delivered-batch' and details->>'stream' = ?",
                        city + "/" + COMMUNITIES),
                "and was entered once");
        assertEquals(0, receiver.refused());
        assertTrue(cluster.broker.delivered(Cluster.WAKE) >= 2, "notifications did come, and each twice");
    }

    private static long batches(String city) {
        return cluster.count(
                "select sent_batches from backflow_stream where dataset_id = ? and city = ?", COMMUNITIES, city);
    }
}
