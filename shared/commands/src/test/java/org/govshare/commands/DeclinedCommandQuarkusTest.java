package org.govshare.commands;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Commands whose token is the sender's, but has expired or is not for them: the sender gets one answer for each token.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeclinedCommandQuarkusTest {
    private static final String SOURCE = "//shijiazhuang-health";
    private static final String DATA = "{\"text\":\"疫情流调\"}";
    private static final String ACCEPTED = "org.govshare.command.accepted.v1";
    private static final String REFUSED = "org.govshare.command.refused.v1";
    private static final Duration LIFE = Duration.ofMinutes(5);

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private final Instant now = Clock.systemUTC().instant();
    private String id;

    @BeforeEach
    void newCommand() throws Exception {
        id = UUID.randomUUID().toString();
    }

    @Test
    void expired_isAnsweredOnce_andTheIdStaysFree() throws Exception {
        String expired = token().issued(now.minus(Duration.ofHours(1)), LIFE).sign();
        deliver(expired);
        assertEquals(1, update("update govshare.outbox set sent_at = now() where subject = ?"));
        deliver(expired);

        List<JsonNode> outcomes = outcomes(REFUSED);
        assertEquals(1, outcomes.size());
        JsonNode data = outcomes.get(0);
        assertEquals(SOURCE, data.path("source").asText());
        assertEquals(id, data.path("id").asText());
        assertEquals(Note.TYPE, data.path("type").asText());
        assertEquals(401, data.path("status").asInt());
        assertEquals(
                "urn:govshare:problem:unauthenticated",
                data.at("/problem/en/type").asText());
        assertEquals(
                "The token expired before the command arrived. Send the command again with a new token.",
                data.at("/problem/en/detail").asText());
        assertEquals("令牌在命令送达前已过期；请用新的令牌重新发送。", data.at("/problem/zh/detail").asText());
        assertFalse(data.toString().contains("test-" + Agencies.SHIJIAZHUANG_HEALTH), "nobody is named");
        assertEquals(1, count("select count(*) from govshare.outbox where sent_at is not null and subject = ?"));
        assertEquals(0, count("select count(*) from govshare.inbox where event_id = ?"));

        deliver(token().sign());
        assertEquals(201, outcomes(ACCEPTED).get(0).path("status").asInt());
    }

    /** A broker that lost the acknowledgement delivers again, however late. */
    @Test
    void acceptedBefore_isNotRefusedWhenItComesAgainTooLate() throws Exception {
        deliver(token().sign());
        deliver(token().issued(now.minus(Duration.ofHours(1)), LIFE).sign());
        assertEquals(1, outcomes(ACCEPTED).size());
        assertEquals(List.of(), outcomes(REFUSED));

        deliver(TestTokens.actor(Agencies.SHIJIAZHUANG_AUTHORITY, "clerk", id, SOURCE, Note.TYPE, DATA)
                .issued(now.minus(Duration.ofHours(1)), LIFE)
                .sign());
        assertEquals(1, outcomes(REFUSED).size(), "another sender has not been answered");
    }

    @Test
    void tokenOfOneId_isAnsweredOnce_withEveryEvent() throws Exception {
        String jti = UUID.randomUUID().toString();
        deliver(token().with("jti", jti)
                .issued(now.minus(Duration.ofHours(1)), LIFE)
                .sign());
        deliver(token().with("jti", jti).with("event_digest", "another").sign());
        assertEquals(1, outcomes(REFUSED).size());

        String other = TestTokens.actor(Agencies.PROVINCE_POLICE, "clerk", "another", SOURCE, Note.TYPE, DATA)
                .with("jti", jti)
                .sign();
        deliver(other);
        assertEquals(2, outcomes(REFUSED).size(), "the same id from another sender is another token");
    }

    @Test
    void tokenWithoutId_isRecognisedByItsSignedContent() throws Exception {
        for (int minutes : List.of(10, 20)) {
            String expired =
                    token().issued(now.minus(Duration.ofMinutes(minutes)), LIFE).signWith("jti", null);
            deliver(expired);
            deliver(expired);
        }
        assertEquals(2, outcomes(REFUSED).size());
    }

    @Test
    void expiredThreeDaysAgo_isAnsweredNoMore() throws Exception {
        Duration grace = Duration.ofDays(3).plus(LIFE);
        double before = counted("expired");
        deliver(token().issued(now.minus(grace).minusSeconds(60), LIFE).sign());
        assertEquals(List.of(), outcomes(REFUSED));
        assertEquals(before + 1, counted("expired"));

        deliver(token().issued(now.minus(grace).plusSeconds(120), LIFE).sign());
        assertEquals(1, outcomes(REFUSED).size());
        assertEquals(before + 2, counted("expired"));
    }

    @Test
    void expiredAndNotTheIssuersForUs_isOnlyCounted() throws Exception {
        double before = counted("untrusted");
        Instant hourAgo = now.minus(Duration.ofHours(1));
        deliver(token().with("aud", "another-service").issued(hourAgo, LIFE).sign());
        deliver(token().with("iss", "https://elsewhere.invalid")
                .issued(hourAgo, LIFE)
                .sign());
        String[] signed = token().issued(hourAgo, LIFE).sign().split("\\.");
        String[] another = token().issued(hourAgo, LIFE).sign().split("\\.");
        deliver(signed[0] + "." + signed[1] + "." + another[2]);
        deliver(signed[0] + "." + signed[1] + ".");

        assertEquals(List.of(), outcomes(REFUSED));
        assertEquals(before + 4, counted("untrusted"));
    }

    @Test
    void livingTooLong_isAnswered() throws Exception {
        deliver(token().issued(now, Duration.ofMinutes(16)).sign());
        assertEquals(
                "The token must be valid for at most 15 minutes from iat to exp.",
                outcomes(REFUSED).get(0).at("/problem/en/detail").asText());
    }

    /** As the upstream Kafka broker leaves a structured event: its sender finds the cause in the answer. */
    @Test
    void idAndSourceThatTheBrokerSpoilt_areNamed() throws Exception {
        String jwt = token().with("event_id", "申请" + id)
                .with("event_source", "//石家庄")
                .sign();
        id = "??" + id;
        String event = "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"//???\",\"type\":\"" + Note.TYPE
                + "\",\"actorjwt\":\"" + jwt + "\",\"data\":" + DATA + "}";
        given().contentType("application/cloudevents+json; charset=UTF-8")
                .body(event)
                .header("Govshare-Sink-Secret", "test-secret")
                .post("/")
                .then()
                .statusCode(204);

        JsonNode data = outcomes(REFUSED).get(0);
        assertEquals("//???", data.path("source").asText());
        assertEquals(id, data.path("id").asText());
        assertTrue(data.at("/problem/en/detail").asText().endsWith("Through a broker, id and source must be ASCII."));
        assertEquals(List.of("/id", "/source"), pointers(data));
        assertEquals(
                "must be the same as event_id in the token",
                data.at("/problem/en/violations/0/message").asText());
        assertFalse(data.toString().contains("申请"), "what the token says is not repeated");
    }

    @Test
    void bearerToken_isBoundToNothing() throws Exception {
        deliver(TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .issued(now, LIFE)
                .sign());
        assertEquals(
                List.of("/data", "/id", "/source", "/type"),
                pointers(outcomes(REFUSED).get(0)));
    }

    @Test
    void answersId_cannotBeComputedFromTheToken() throws Exception {
        HashSet<String> ids = new HashSet<>();
        String jti = UUID.randomUUID().toString();
        deliver(token().with("jti", jti).with("event_id", "another").sign());
        ids.addAll(texts("select cast(id as text) from govshare.outbox where subject = ?"));
        assertEquals(1, ids.size());
        assertFalse(ids.contains(jti));
        assertFalse(ids.contains(
                UUID.nameUUIDFromBytes(jti.getBytes(StandardCharsets.UTF_8)).toString()));
    }

    private TestTokens token() {
        return TestTokens.actor(Agencies.SHIJIAZHUANG_HEALTH, "clerk", id, SOURCE, Note.TYPE, DATA);
    }

    private void deliver(String jwt) {
        given().header("Govshare-Sink-Secret", "test-secret")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", SOURCE)
                .header("ce-type", Note.TYPE)
                .header("ce-actorjwt", jwt)
                .contentType("application/json; charset=UTF-8")
                .body(DATA)
                .post("/")
                .then()
                .statusCode(204);
    }

    private static List<String> pointers(JsonNode outcome) {
        return StreamSupport.stream(outcome.at("/problem/en/violations").spliterator(), false)
                .map(violation -> violation.path("pointer").asText())
                .toList();
    }

    private List<JsonNode> outcomes(String type) throws Exception {
        List<JsonNode> outcomes = new ArrayList<>();
        for (String data :
                texts("select cast(data as text) from govshare.outbox where subject = ? and type = '" + type + "'")) {
            outcomes.add(new ObjectMapper().readTree(data));
        }
        return outcomes;
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(texts(sql).get(0));
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                PreparedStatement select = owner.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    private int update(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                PreparedStatement update = owner.prepareStatement(sql)) {
            update.setString(1, id);
            return update.executeUpdate();
        }
    }

    private static double counted(String outcome) {
        String line = "govshare_brokered_commands_total{outcome=\"" + outcome + "\",type=\"" + Note.TYPE + "\"}";
        String all = given().get("/q/metrics").then().statusCode(200).extract().asString();
        return all.lines()
                .filter(l -> l.startsWith(line))
                .mapToDouble(l -> Double.parseDouble(l.substring(line.length()).strip()))
                .sum();
    }
}
