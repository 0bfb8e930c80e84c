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
import java.util.Map;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** A sender who asks too often waits, and nobody else does. */
@QuarkusTest
@TestProfile(RateQuarkusTest.Slow.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class RateQuarkusTest {
    private static final int BURST = 5;

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
    void senderBeyondItsRate_isToldWhenToTryAgain() {
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
