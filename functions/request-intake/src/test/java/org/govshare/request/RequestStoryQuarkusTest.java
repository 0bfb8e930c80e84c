package org.govshare.request;

import static org.govshare.testkit.http.Api.act;
import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.read;
import static org.govshare.testkit.http.Api.submitting;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conditional request on the way of Hebei art. 17 under Decree 809, from submission to grant, refusal and dispute. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class RequestStoryQuarkusTest {
    private static final String DATASET = "hebei-standard-addresses";
    private static final String REPLY = "clocks.find { it.rule == 'reply' }";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private LawTimeShift time;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
        time.to(Instant.parse("2025-09-24T02:00:00Z"));
    }

    @Test
    void conditionalRequest_climbsIsForwardedConsentedAndDelivered() {
        String id = submit();
        read(Agencies.SHIJIAZHUANG_HEALTH, id).body("step", equalTo("ascent")).body("clocks", hasSize(0));

        act(Agencies.SHIJIAZHUANG_AUTHORITY, "clerk", id, "forward-up", Map.of())
                .statusCode(200);
        read(Agencies.PROVINCE_AUTHORITY, id)
                .body("step", equalTo("review"))
                .body("clocks.rule", contains("review"))
                .body("clocks[0].lastDay", equalTo("2025-09-28"));

        time.to(Instant.parse("2025-09-26T02:00:00Z"));
        act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "forward", Map.of()).statusCode(200);
        read(Agencies.PROVINCE_POLICE, id)
                .body("clocks.rule", contains("review", "reply"))
                // Hebei's five days, shorter than the Decree's ten. 28 September is a make-up Sunday; 1 to 8 October
                // are off: 28, 29, 30 September, 9, 10 October.
                .body(REPLY + ".lastDay", equalTo("2025-10-10"))
                .body(REPLY + ".explanation.join(' ')", containsString("2025-09-28"))
                .body(
                        REPLY + ".days.findAll { it.number > 0 }.date",
                        contains("2025-09-28", "2025-09-29", "2025-09-30", "2025-10-09", "2025-10-10"))
                .body(REPLY + ".days.find { it.date == '2025-10-01' }.notices", hasSize(1));

        act(Agencies.PROVINCE_POLICE, "leader", id, "consent", Map.of("scope", "全市", "purpose", "疫情流调"))
                .statusCode(200);
        act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "deliver", Map.of()).statusCode(200);
        read(Agencies.SHIJIAZHUANG_HEALTH, id)
                .body("step", equalTo("delivered"))
                .body("closed", equalTo(true))
                .body("timeline.action", contains("open", "forward-up", "forward", "consent", "deliver"));
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .get("/grants")
                .then()
                .body("items.datasetId", hasItem(DATASET))
                .body("items.caseId", hasItem(id));
    }

    @Test
    void refusalWithoutInstrument_isNotAccepted() {
        String id = forwarded();
        act(Agencies.PROVINCE_POLICE, "leader", id, "refuse", Map.of("reason", "不便提供"))
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations[0].pointer", equalTo("/fields/instrument"))
                .body("rule.article", equalTo("14 para. 1"));
        read(Agencies.PROVINCE_POLICE, id).body("step", equalTo("reply")).body(REPLY + ".endedAt", equalTo(null));
    }

    @Test
    void limitThatNamesNothing_isRefused_notTakenForNone() {
        String id = forwarded();
        for (Object nothing : List.of(",", List.of("", ""), List.of(), "code,")) {
            act(
                            Agencies.PROVINCE_POLICE,
                            "leader",
                            id,
                            "consent",
                            Map.of("scope", "全市", "purpose", "流调", "items", nothing))
                    .statusCode(422)
                    .body("violations[0].pointer", startsWith("/fields/items"));
        }
    }

    @Test
    void grantsAndCatalogue_areReadPageByPage() {
        for (int i = 0; i < 2; i++) {
            String id = forwarded();
            act(Agencies.PROVINCE_POLICE, "leader", id, "consent", Map.of("scope", "全市", "purpose", "流调"))
                    .statusCode(200);
            act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "deliver", Map.of()).statusCode(200);
        }
        for (String list : List.of("/grants", "/datasets")) {
            JsonPath first = page(list + "?limit=1");
            JsonPath second = page(list + "?limit=1&after=" + first.getString("next"));
            assertEquals(1, first.getList("items").size());
            assertEquals(1, second.getList("items").size());
            assertNotEquals(first.getString("items[0].id"), second.getString("items[0].id"));
            as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                    .get(list + "?limit=0")
                    .then()
                    .statusCode(422);
        }
        assertEquals(Map.of(), page("/datasets/" + DATASET).getMap("validity"), "no bound is known");
    }

    private static JsonPath page(String path) {
        return as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The authority coordinates and no longer decides (Decree 809 art. 28 para. 2). */
    @Test
    void refusal_isToldDisputedAndDecidedByTheGovernment() {
        String id = forwarded();
        Map<String, Object> grounds = Map.of("instrument", "居民身份证法", "article", "第十九条", "reason", "涉及个人信息");
        act(Agencies.PROVINCE_POLICE, "leader", id, "refuse", grounds).statusCode(200);
        act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "tell-reason", Map.of()).statusCode(200);
        act(
                        Agencies.SHIJIAZHUANG_HEALTH,
                        "clerk",
                        id,
                        "dispute",
                        Map.of("objection", "地址不含个人信息", "negotiation", "协商未果"))
                .statusCode(200);
        Map<String, Object> decision = Map.of("scope", "全市", "purpose", "流调", "decision-reason", "应当共享");
        act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "decide-to-share", decision)
                .statusCode(409);
        act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "record-no-agreement", Map.of("coordination", "未达成一致"))
                .statusCode(200)
                .body("step", equalTo("government-decision"));
        act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "decide-to-share", decision)
                .statusCode(403);
        act(Agencies.PROVINCE_GOVERNMENT, "clerk", id, "decide-to-share", decision)
                .statusCode(200);
        act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "deliver", Map.of())
                .statusCode(200)
                .body("closed", equalTo(true));
    }

    @Test
    void strangers_seeNothing() {
        String id = submit();
        as("Y1130200FAKE000219", "clerk").get("/requests/" + id).then().statusCode(404);
        act("Y1130200FAKE000219", "clerk", id, "forward-up", Map.of()).statusCode(404);
        as("Y1130200FAKE000219", "clerk").get("/requests").then().body("items.id", not(hasItem(id)));
        act(Agencies.SHIJIAZHUANG_HEALTH, "clerk", id, "forward-up", Map.of()).statusCode(403);
    }

    @Test
    void sameKey_sameAnswer_otherContentRefused() {
        String key = UUID.randomUUID().toString();
        String body = ShareForm.json(DATASET, Map.of("scenario", "流调"));
        String first = post(key, body).statusCode(201).extract().path("id");
        String again = post(key, body).statusCode(201).extract().path("id");
        assertEquals(first, again);
        post(key, body.replace("流调", "防疫")).statusCode(409).body("type", equalTo("urn:govshare:problem:id-reused"));
    }

    @Test
    void submitting_withoutScenario_namesFieldAndArticle() {
        Map<String, Object> body = ShareForm.of(DATASET, Map.of());
        body.remove("scenario");
        submitting(Agencies.SHIJIAZHUANG_HEALTH, "leader", body)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/scenario"))
                .body("rule.pack", equalTo("hebei-2022"))
                .body("rule.article", equalTo("15 para. 1"));
    }

    @Test
    void event_inBinaryStructuredAndBatchMode() {
        String data = ShareForm.json(DATASET, Map.of("scenario", "流调"));
        String id = UUID.randomUUID().toString();
        as(Agencies.SHIJIAZHUANG_HEALTH, "leader")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "//health.sjz")
                .header("ce-type", SubmitRequest.TYPE)
                .contentType(ContentType.JSON)
                .body(data)
                .post("/events")
                .then()
                .statusCode(201);
        String structured =
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"//health.sjz\",\"type\":\"%s\",\"data\":%s}"
                        .formatted(id, SubmitRequest.TYPE, data);
        as(Agencies.SHIJIAZHUANG_HEALTH, "leader")
                .contentType("application/cloudevents+json; charset=UTF-8")
                .body(structured)
                .post("/events")
                .then()
                .statusCode(201);
        as(Agencies.SHIJIAZHUANG_HEALTH, "leader")
                .contentType("application/cloudevents-batch+json; charset=UTF-8")
                .body("[" + structured + "," + structured.replace(id, "other").replace("scenario", "scenery") + "]")
                .post("/events")
                .then()
                .statusCode(200)
                .body("status", contains(201, 422))
                .body("[1].problem.violations.pointer", hasItem("/data/scenery"));
    }

    @Test
    void notAnEvent_isRefused() {
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/events")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.pointer", hasItem("/specversion"));
    }

    @Test
    void oddEvents_areRefusedNotFailures() {
        String type = "\"type\":\"" + SubmitRequest.TYPE + "\"";
        for (String body : List.of(
                "{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"/x\"," + type + "}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"not a uri %%\"," + type + "}",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/x\"," + type + ",\"data_base64\":\"AAA\"}",
                "{\"specversion\":\"1.0\",\"id\":1,\"source\":{}," + type + "}",
                "[]",
                "null",
                "")) {
            int status = as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                    .contentType("application/cloudevents+json; charset=UTF-8")
                    .body(body)
                    .post("/events")
                    .then()
                    .contentType("application/problem+json")
                    .extract()
                    .statusCode();
            assertTrue(status == 400 || status == 422, status + " for " + body);
        }
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .contentType("application/cloudevents-batch+json; charset=UTF-8")
                .body("[1,2]")
                .post("/events")
                .then()
                .statusCode(422);
    }

    @Test
    void oddAcceptHeaders_areNoFailures() {
        for (String language : List.of(",", "*;q=abc", "zh;q=2", "en;q=")) {
            as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                    .header("Accept-Language", language)
                    .get("/requests/" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
        }
        String id = submit();
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .header("Accept-Language", ",")
                .get("/requests/" + id)
                .then()
                .statusCode(200);
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .header("Accept", "text/html")
                .get("/requests/" + id)
                .then()
                .statusCode(406);
    }

    @Test
    void nulInPathOrQuery_isRefused() {
        RequestSpecification raw = as(Agencies.SHIJIAZHUANG_HEALTH, "clerk").urlEncodingEnabled(false);
        raw.get("/requests?dataset=%00").then().statusCode(422).body("violations[0].pointer", equalTo("dataset"));
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .urlEncodingEnabled(false)
                .get("/datasets/%00")
                .then()
                .statusCode(404);
    }

    private String submit() {
        return post(UUID.randomUUID().toString(), ShareForm.json(DATASET, Map.of("scenario", "流调")))
                .statusCode(201)
                .header("Location", containsString("/requests/"))
                .extract()
                .path("id");
    }

    private String forwarded() {
        String id = submit();
        act(Agencies.SHIJIAZHUANG_AUTHORITY, "clerk", id, "forward-up", Map.of())
                .statusCode(200);
        act(Agencies.PROVINCE_AUTHORITY, "clerk", id, "forward", Map.of()).statusCode(200);
        return id;
    }

    private static ValidatableResponse post(String key, String body) {
        return as(Agencies.SHIJIAZHUANG_HEALTH, "leader")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/requests")
                .then();
    }
}
