package org.govshare.commands;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.testkit.Concurrently;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command has one effect and one answer, however often it is sent, also concurrently and in spite of faults. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RepeatQuarkusTest {
    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private String id;
    private String text;

    @BeforeEach
    void registry() throws Exception {
        id = UUID.randomUUID().toString();
        text = "核对住址 " + id;
    }

    @Test
    void sameCommandFiftyTimesAtOnce_hasOneEffectAndOneAnswer() throws SQLException {
        List<Response> answers = Concurrently.run(50, number -> submit(Agencies.SHIJIAZHUANG_HEALTH, text));
        Set<String> distinct = new HashSet<>();
        for (Response answer : answers) {
            distinct.add(answer.statusCode() + " " + answer.header("Location") + " "
                    + answer.body().asString());
        }
        assertEquals(1, distinct.size(), distinct.toString());
        assertEquals(201, answers.get(0).statusCode());
        assertEquals(1, effects());
    }

    @Test
    void idOfAnotherSender_isFree() throws SQLException {
        String one = submit(Agencies.SHIJIAZHUANG_HEALTH, text)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String other = submit(Agencies.SHIJIAZHUANG_AUTHORITY, text)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertNotEquals(one, other);
        assertEquals(2, effects());
    }

    @Test
    void sameIdWithOtherContent_isRefusedAndEntered() throws SQLException {
        String reuses = "select count(*) from govshare.audit_entry where action = 'refused'"
                + " and details ->> 'problem' = 'urn:govshare:problem:id-reused'";
        submit(Agencies.SHIJIAZHUANG_HEALTH, text).then().statusCode(201);
        long before = count(reuses);
        submit(Agencies.SHIJIAZHUANG_HEALTH, "另一用途 " + id).then().statusCode(409);
        assertEquals(1, effects());
        assertEquals(before + 1, count(reuses));
    }

    /** What remains in the inbox must not let anybody guess what was erased. */
    @Test
    void digestOfTheContent_isKeyed() throws SQLException {
        submit(Agencies.SHIJIAZHUANG_HEALTH, text).then().statusCode(201);
        assertEquals(1, count("select count(*) from govshare.inbox where event_id = '" + id + "'"));
        assertEquals(
                0,
                count("select count(*) from govshare.inbox i where event_id = '" + id + "' and i::text like '%"
                        + unkeyed(text) + "%'"));
    }

    @Test
    void commandOfBeforeDigestsWereKeyed_isKnownAgain() throws SQLException {
        submit(Agencies.SHIJIAZHUANG_HEALTH, text).then().statusCode(201);
        owner("update govshare.inbox set digest = '" + unkeyed(text) + "' where event_id = '" + id + "'");
        submit(Agencies.SHIJIAZHUANG_HEALTH, text).then().statusCode(201);
        submit(Agencies.SHIJIAZHUANG_HEALTH, "另一用途 " + id).then().statusCode(409);
        owner("update govshare.inbox set digest = '', answer = null, erased_at = now() where event_id = '" + id + "'");
        submit(Agencies.SHIJIAZHUANG_HEALTH, text).then().statusCode(410);
        assertEquals(1, effects());
    }

    /** The release before digested numbers with every digit they came with; its rows are asked with the same form. */
    @Test
    void commandWithAFractionOfTheReleaseBefore_isKnownAgain() throws SQLException {
        post("{\"text\":\"d\",\"n\":[0.10,1.5e-7,130102199001011234]}").then().statusCode(422);
        String before = CanonicalJson.sha256(Note.TYPE + "\n{\"n\":[0.1,1.5E-7,130102199001011234],\"text\":\"d\"}");
        owner("update govshare.inbox set digest = '" + before + "' where event_id = '" + id + "'");

        post("{\"n\":[0.1,15E-8,130102199001011234],\"text\":\"d\"}").then().statusCode(422);
        post("{\"text\":\"d\",\"n\":[0.1,1.5e-7,130102199001011235]}").then().statusCode(409);
    }

    @Test
    void sameIdTwiceInOneBatch_hasOneEffect() throws SQLException {
        Map<String, Object> event =
                Map.of("specversion", "1.0", "id", id, "source", "//test", "type", Note.TYPE, "data", data(text));
        List<String> made = given().header("Authorization", bearer(Agencies.SHIJIAZHUANG_HEALTH))
                .contentType("application/cloudevents-batch+json; charset=UTF-8")
                .body(new io.vertx.core.json.JsonArray(List.of(event, event)).encode())
                .post("/events")
                .then()
                .statusCode(200)
                .extract()
                .path("result.id");
        assertEquals(2, made.size());
        assertEquals(1, new HashSet<>(made).size());
        assertEquals(1, effects());
    }

    @Test
    void connectionCutAtCommit_isUnavailableAndSafeToRepeat() throws SQLException {
        owner("""
                create or replace function govshare.cut() returns trigger language plpgsql as $$
                begin
                  perform pg_terminate_backend(pg_backend_pid());
                  perform pg_sleep(5);
                  return null;
                end $$""");
        owner("grant execute on function govshare.cut() to public");
        owner("create constraint trigger cut after insert on govshare.inbox deferrable initially deferred"
                + " for each row when (new.event_id = '" + id + "') execute function govshare.cut()");
        try {
            Response cut = submit(Agencies.SHIJIAZHUANG_HEALTH, text);
            assertEquals(503, cut.statusCode());
            assertEquals("application/problem+json", cut.contentType().split(";")[0]);
            assertEquals("2", cut.header("Retry-After"));
            assertEquals(0, effects());
        } finally {
            owner("drop trigger cut on govshare.inbox");
        }
        submit(Agencies.SHIJIAZHUANG_HEALTH, text).then().statusCode(201);
        assertEquals(1, effects());
    }

    private Response submit(String agency, String text) {
        return post(agency, new io.vertx.core.json.JsonObject(Map.copyOf(data(text))).encode());
    }

    private Response post(String body) {
        return post(Agencies.SHIJIAZHUANG_HEALTH, body);
    }

    private Response post(String agency, String body) {
        return given().header("Authorization", bearer(agency))
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "//test")
                .header("ce-type", Note.TYPE)
                .contentType("application/json; charset=UTF-8")
                .body(body)
                .post("/events");
    }

    private static Map<String, String> data(String text) {
        return Map.of("text", text);
    }

    private static String unkeyed(String text) {
        return new CommandEvent("//test", "", Note.TYPE, new ObjectMapper().valueToTree(data(text))).digest();
    }

    private static String bearer(String agency) {
        return TestTokens.agency(agency, "clerk").bearer();
    }

    /** How many effects this test's commands had. */
    private int effects() throws SQLException {
        return count("select count(*) from govshare.outbox where type = '" + Note.NOTED
                + "' and data ->> 'text' like '%" + id + "'");
    }

    private int count(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void owner(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
