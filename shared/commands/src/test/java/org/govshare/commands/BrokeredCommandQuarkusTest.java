package org.govshare.commands;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that a broker delivers to {@code /}: their senders, their outcomes, and what is never stored. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BrokeredCommandQuarkusTest {
    private static final String SOURCE = "//shijiazhuang-health";
    private static final String DATA = "{\"text\":\"疫情流调\"}";
    private static final String ACCEPTED = "org.govshare.command.accepted.v1";
    private static final String REFUSED = "org.govshare.command.refused.v1";

    @Inject
    EntityManager database;

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private String id;

    @BeforeEach
    void newCommand() throws Exception {
        id = UUID.randomUUID().toString();
    }

    @Test
    void command_isCarriedOut_andItsOutcomeIsAnEvent() {
        deliver(DATA, token(DATA).sign()).then().statusCode(204);

        assertEquals(List.of(201), statuses(ACCEPTED));
        String note = (String) database.createNativeQuery(
                        "select data->'result'->>'id' from govshare.outbox" + " where type = ?1 and data->>'id' = ?2")
                .setParameter(1, ACCEPTED)
                .setParameter(2, id)
                .getSingleResult();
        assertEquals(
                1L,
                database.createNativeQuery("select count(*) from govshare.outbox where type = ?1 and subject = ?2")
                        .setParameter(1, Note.NOTED)
                        .setParameter(2, note)
                        .getSingleResult());
    }

    @Test
    void sameCommandAgain_hasTheSameAnswerUnderTheSameId() {
        deliver(DATA, token(DATA).sign()).then().statusCode(204);
        String spaced = DATA.replace("\":", "\" :  ");
        deliver(spaced, token(DATA).sign()).then().statusCode(204);

        assertEquals(List.of(201), statuses(ACCEPTED), "one row, sent again");
        assertEquals(1, inbox());
        assertEquals(List.of(), statuses(REFUSED));
    }

    @Test
    void outcomesId_cannotBeComputedFromTheSendersName() throws Exception {
        deliver(DATA, token(DATA).sign()).then().statusCode(204);
        String digest = new CommandEvent(SOURCE, id, Note.TYPE, new ObjectMapper().readTree(DATA)).digest();
        String sender = Agencies.SHIJIAZHUANG_HEALTH + "/test-" + Agencies.SHIJIAZHUANG_HEALTH;
        String guessed = String.join("\n", sender, SOURCE, id, digest);

        Object outcome = database.createNativeQuery(
                        "select id from govshare.outbox where type = ?1 and data->>'id' = ?2", UUID.class)
                .setParameter(1, ACCEPTED)
                .setParameter(2, id)
                .getSingleResult();

        assertNotEquals(UUID.nameUUIDFromBytes(guessed.getBytes(StandardCharsets.UTF_8)), outcome);
    }

    @Test
    void sameIdWithOtherContent_isRefused_andTheFirstAnswerStays() {
        deliver(DATA, token(DATA).sign()).then().statusCode(204);
        String other = DATA.replace("疫情流调", "别的用途");
        deliver(other, token(other).sign()).then().statusCode(204);

        assertEquals(List.of(201), statuses(ACCEPTED));
        assertEquals(List.of(409), statuses(REFUSED));
    }

    @Test
    void structuredEvent_isTakenToo() {
        String event = "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"" + SOURCE + "\",\"type\":\""
                + Note.TYPE + "\",\"actorjwt\":\"" + token(DATA).sign() + "\",\"data\":" + DATA + "}";
        given().contentType("application/cloudevents+json; charset=UTF-8")
                .body(event)
                .header("Govshare-Sink-Secret", "test-secret")
                .post("/")
                .then()
                .statusCode(204);
        assertEquals(List.of(201), statuses(ACCEPTED));
    }

    @Test
    void refusedByARule_isAnEventWithItsProblemInBothLanguages() {
        String data = "{\"text\":\"流调\",\"nonsense\":1}";
        deliver(data, token(data).sign()).then().statusCode(204);

        assertEquals(List.of(422), statuses(REFUSED));
        assertEquals(
                "urn:govshare:problem:field-invalid 字段缺失或无效",
                database.createNativeQuery(
                                "select data #>> '{problem,en,type}' || ' ' || (data #>> '{problem,zh,title}')"
                                        + " from govshare.outbox where type = ?1 and data->>'id' = ?2")
                        .setParameter(1, REFUSED)
                        .setParameter(2, id)
                        .getSingleResult());
        assertFalse(outcome(REFUSED).contains("test-" + Agencies.SHIJIAZHUANG_HEALTH), "nobody is named");
    }

    /** The digest is that of docs/canonical-json: fractions as ECMAScript writes them. */
    @Test
    void fractions_areDigestedAsRfc8785Says() {
        String data = "{\"n\": [0.10, 1E-7, 1e21, 333333333.33333329],\"text\":\"流调\"}";
        String canonical = "{\"n\":[0.1,1e-7,1e+21,333333333.3333333],\"text\":\"流调\"}";
        deliver(
                        data,
                        token(data)
                                .with("event_digest", CanonicalJson.sha256(canonical))
                                .sign())
                .then()
                .statusCode(204);

        assertEquals(List.of(422), statuses(REFUSED), "it came to a decision");
        assertTrue(outcome(REFUSED).contains("\"/data/n\""), outcome(REFUSED));
    }

    /** Somebody could change any of its digits on the broker under the same digest. */
    @Test
    void wholeNumberThatNoDoubleHolds_isBoundByNoToken_andItsSenderLearnsIt() {
        double before = counted("unbound");
        String data = "{\"text\":\"d\",\"n\":130102199001011234}";
        String canonical = "{\"n\":130102199001011230,\"text\":\"d\"}";
        deliver(
                        data,
                        token(data)
                                .with("event_digest", CanonicalJson.sha256(canonical))
                                .sign())
                .then()
                .statusCode(204);

        assertEquals(before + 1, counted("unbound"));
        assertEquals(0, inbox());
        assertEquals(List.of(401), statuses(REFUSED));
        assertTrue(outcome(REFUSED).contains("\"/data\""), outcome(REFUSED));
        assertFalse(outcome(REFUSED).contains("130102199001011234"), outcome(REFUSED));
    }

    @Test
    void withoutTokenOfAnybodyKnown_isCountedAndBurnsNoId() {
        Map<String, String> forged = Map.of("missing", "", "untrusted", "no.such.token");
        forged.forEach((outcome, jwt) -> {
            double before = counted(outcome);
            deliver(DATA, jwt).then().statusCode(204);
            assertEquals(before + 1, counted(outcome), outcome);
        });
        assertEquals(0, inbox());
        assertEquals(List.of(), statuses(REFUSED));

        deliver(DATA, token(DATA).sign()).then().statusCode(204);
        assertEquals(List.of(201), statuses(ACCEPTED), "the id was still free");
    }

    /** With the leeway that a bearer token has. */
    @Test
    void issuedInTheFuture_isUntrusted() {
        var now = Clock.systemUTC().instant();
        double before = counted("untrusted");
        deliver(
                        DATA,
                        token(DATA)
                                .issued(now.plusSeconds(90), Duration.ofMinutes(5))
                                .sign())
                .then()
                .statusCode(204);
        assertEquals(before + 1, counted("untrusted"));
        assertEquals(0, inbox());

        deliver(
                        DATA,
                        token(DATA)
                                .issued(now.plusSeconds(30), Duration.ofMinutes(5))
                                .sign())
                .then()
                .statusCode(204);
        assertEquals(List.of(201), statuses(ACCEPTED));
    }

    @Test
    void boundToAnotherPartOfTheEvent_isUnbound() {
        double before = counted("unbound");
        for (String claim : List.of("event_id", "event_source", "event_type", "event_digest")) {
            deliver(DATA, token(DATA).with(claim, "another").sign()).then().statusCode(204);
        }
        deliver(
                        DATA,
                        TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                                .issued(Clock.systemUTC().instant(), Duration.ofMinutes(5))
                                .sign())
                .then()
                .statusCode(204);
        assertEquals(before + 5, counted("unbound"));
        assertEquals(0, inbox());
        assertEquals(List.of(401, 401, 401, 401, 401), statuses(REFUSED), "one for each token");
    }

    @Test
    void brokenEnvelope_isRefusedForGood() {
        deliver("{not json", token(DATA).sign()).then().statusCode(400);
        given().header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-type", Note.TYPE)
                .header("ce-actorjwt", token(DATA).sign())
                .contentType("application/json; charset=UTF-8")
                .body(DATA)
                .header("Govshare-Sink-Secret", "test-secret")
                .post("/")
                .then()
                .statusCode(400);
        assertEquals(0, inbox());
    }

    @Test
    void tokenBoundToAnEvent_isNoBearerToken() {
        String bearer = token(DATA).bearer();
        given().header("Authorization", bearer).get("/notes").then().statusCode(401);
    }

    @Test
    void passingFault_isThrown_andTheNextDeliveryCounts() {
        FaultyCommand.failNext();
        var token = TestTokens.actor(Agencies.SHIJIAZHUANG_HEALTH, "clerk", id, SOURCE, FaultyCommand.TYPE, DATA);
        deliver(FaultyCommand.TYPE, DATA, token.sign()).then().statusCode(500);
        assertEquals(0, inbox());
        assertEquals(List.of(), statuses(ACCEPTED));

        deliver(FaultyCommand.TYPE, DATA, token.sign()).then().statusCode(204);
        assertEquals(List.of(200), statuses(ACCEPTED));
    }

    private TestTokens token(String data) {
        return TestTokens.actor(Agencies.SHIJIAZHUANG_HEALTH, "clerk", id, SOURCE, Note.TYPE, data);
    }

    private Response deliver(String data, String jwt) {
        return deliver(Note.TYPE, data, jwt);
    }

    private Response deliver(String type, String data, String jwt) {
        var request = given().header("Govshare-Sink-Secret", "test-secret")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", SOURCE)
                .header("ce-type", type)
                .contentType("application/json; charset=UTF-8")
                .body(data);
        return (jwt.isEmpty() ? request : request.header("ce-actorjwt", jwt)).post("/");
    }

    private long inbox() {
        return ((Number) database.createNativeQuery("select count(*) from govshare.inbox where event_id = ?1")
                        .setParameter(1, id)
                        .getSingleResult())
                .longValue();
    }

    private List<?> statuses(String type) {
        return database.createNativeQuery(
                        "select cast(data->>'status' as integer) from govshare.outbox where type = ?1 and data->>'id' = ?2"
                                + " and data->>'source' = ?3")
                .setParameter(1, type)
                .setParameter(2, id)
                .setParameter(3, SOURCE)
                .getResultList();
    }

    private String outcome(String type) {
        return (String) database.createNativeQuery(
                        "select cast(data as text) from govshare.outbox where type = ?1 and data->>'id' = ?2")
                .setParameter(1, type)
                .setParameter(2, id)
                .getSingleResult();
    }

    private static double counted(String outcome) {
        String line = "govshare_brokered_commands_total{outcome=\"" + outcome + "\",type=\"" + Note.TYPE + "\"}";
        String all = given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertTrue(all.contains("# TYPE"), all);
        return all.lines()
                .filter(l -> l.startsWith(line))
                .mapToDouble(l -> Double.parseDouble(l.substring(line.length()).strip()))
                .sum();
    }
}
