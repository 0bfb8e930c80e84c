package org.govshare.backflow.gate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** A sender that is beyond its rate must wait, and nobody else must. */
@QuarkusTest
@TestProfile(RateQuarkusTest.Slow.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class RateQuarkusTest {
    private static final int BURST = 5;
    private static final int BATCH = 100;
    /** Seconds that a batch may take on a slow machine. */
    private static final int LONGEST_RUN = 60;

    private static final String NEEDED = "org.govshare.backflow.needed.v1";
    private static final String DATA = "{\"city\":\"130100\"}";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    /** So slow that no token comes back while a test runs: one in a second, and a burst that is soon used up. */
    public static class Slow implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "govshare.rate.sender",
                    "1",
                    "govshare.rate.sender-burst",
                    String.valueOf(BURST),
                    "govshare.rate.peer",
                    "1",
                    "govshare.rate.peer-burst",
                    String.valueOf(BURST));
        }
    }

    @Test
    void senderBeyondItsRate_learnsWhenToTryAgain() {
        String busy = TestTokens.agency("Y1130100FAKE000214", "clerk").bearer();
        String other = TestTokens.agency("Y1130200FAKE000219", "clerk").bearer();

        assertEquals(429, firstRefusal(busy).statusCode());
        Response refused = firstRefusal(busy);

        refused.then()
                .contentType("application/problem+json")
                .body("type", equalTo("urn:govshare:problem:too-many-requests"));
        assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1, refused.header("Retry-After"));
        given().header("Authorization", other).get("/backflow/streams").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void withoutValidToken_theAddressIsHeldToARate() {
        assertEquals(429, firstRefusal("Bearer no.such.token").statusCode());
        given().header(
                        "Authorization",
                        TestTokens.agency("Y1130300FAKE00021E", "clerk").bearer())
                .get("/backflow/streams")
                .then()
                .statusCode(200);
    }

    @Test
    void batch_costsAsManyAsItsEvents() {
        String sender = TestTokens.agency("Y1130400FAKE00021K", "clerk").bearer();
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            events.append(i == 0 ? "[" : ",")
                    .append("{\"specversion\":\"1.0\",\"id\":\"batch-" + i
                            + "\",\"source\":\"//rate\",\"type\":\"org.govshare.nobody.cares.v1\"}");
        }
        given().header("Authorization", sender)
                .contentType("application/cloudevents-batch+json; charset=UTF-8")
                .body(events + "]")
                .post("/events")
                .then()
                .statusCode(200);

        Response next = given().header("Authorization", sender).get("/backflow/streams");

        assertEquals(429, next.statusCode(), "a batch larger than the bucket is taken, and owed");
        int wait = Integer.parseInt(next.header("Retry-After"));
        assertTrue(wait > BATCH - BURST - LONGEST_RUN && wait <= BATCH - BURST + 2, "Retry-After " + wait);
    }

    @Test
    void brokeredCommand_waitsWithItsSenderAndBurnsNoId() throws SQLException, InterruptedException {
        Response refused = null;
        String id = "";
        for (int i = 0; i < BURST * 40 && (refused == null || refused.statusCode() != 429); i++) {
            id = "brokered-" + i;
            refused = from("Y1130500FAKE00021Q", id);
        }
        assertEquals(429, refused.statusCode());
        refused.then()
                .contentType("application/problem+json")
                .body("type", equalTo("urn:govshare:problem:too-many-requests"));
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait >= 1 && wait <= 2, "Retry-After " + wait);
        assertEquals(0, inboxRows(id));
        assertEquals(204, from("Y1130600FAKE00021X", "another-1").statusCode());

        TimeUnit.SECONDS.sleep(wait);

        assertEquals(204, from("Y1130500FAKE00021Q", id).statusCode());
        assertEquals(1, inboxRows(id));
    }

    @Test
    void tokenThatDoesNotServe_waitsWithItsSender() throws SQLException {
        Response refused = null;
        String id = "";
        for (int i = 0; i < BURST * 40 && (refused == null || refused.statusCode() != 429); i++) {
            id = "declined-" + i;
            String another = TestTokens.agency("Y1130700FAKE000213", "clerk")
                    .boundTo("another", "//rate", NEEDED, DATA)
                    .sign();
            refused = brokered(id, another);
        }
        assertEquals(429, refused.statusCode());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1, refused.header("Retry-After"));
        assertEquals(0, rows("select count(*) from govshare.outbox where subject = ?", id));
        assertEquals(1, rows("select count(*) from govshare.outbox where subject = ?", "declined-0"));
    }

    private static Response from(String agency, String id) {
        String token = TestTokens.agency(agency, "clerk")
                .boundTo(id, "//rate", NEEDED, DATA)
                .sign();
        return brokered(id, token);
    }

    private static Response brokered(String id, String token) {
        return given().header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "//rate")
                .header("ce-type", NEEDED)
                .header("ce-actorjwt", token)
                .contentType("application/json")
                .body(DATA)
                .header("Govshare-Sink-Secret", "test-secret")
                .post("/");
    }

    private long inboxRows(String id) throws SQLException {
        return rows("select count(*) from govshare.inbox where event_id = ?", id);
    }

    private long rows(String counting, String id) throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                PreparedStatement count = owner.prepareStatement(counting)) {
            count.setString(1, id);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** The first 429 among far more requests than the bucket could have refilled for meanwhile. */
    private static Response firstRefusal(String authorization) {
        Response last = null;
        for (int i = 0; i < BURST * 40; i++) {
            last = given().header("Authorization", authorization).get("/backflow/streams");
            if (last.statusCode() == 429) {
                return last;
            }
        }
        return last;
    }
}
