package org.govshare.platform.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.Test;

/**
 * The reasons that a 401 gives (RFC 6750 section 3), and the spellings of a header that are accepted (RFC 9110 section
 * 11).
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ChallengeQuarkusTest {
    private static final String EXPIRED = "The token has expired.";
    private static final String NOT_YET = "The token is not valid yet, or it was issued in the future.";
    private static final String LIFE =
            "The token's iat, nbf and exp are missing, in the wrong order or more than a day apart.";
    private static final String CLAIMS = "A claim of the token is missing or has the wrong form.";
    private static final String SIGNATURE = "The token's signature cannot be verified with any of the issuer's keys.";
    private static final String NO_JWT = "The token is not a JWT.";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Instant now = Instant.now();

    @Test
    void refusedToken_getsTheReason() {
        Map<String, String> refused = new HashMap<>();
        refused.put(token().issued(now.minus(HOUR.multipliedBy(2)), HOUR).sign(), EXPIRED);
        refused.put(token().with("nbf", now.plusSeconds(600).getEpochSecond()).sign(), NOT_YET);
        refused.put(token().with("nbf", now.plus(HOUR).getEpochSecond()).sign(), LIFE);
        refused.put(token().issued(now.plusSeconds(50), Duration.ofSeconds(-10)).sign(), LIFE);
        refused.put(token().issued(now.plusSeconds(90), HOUR).sign(), NOT_YET);
        refused.put(token().with("aud", "another-service").sign(), "The aud of the token does not name this platform.");
        refused.put(token().signWith("aud", List.of()), "The aud of the token does not name this platform.");
        refused.put(
                token().with("iss", "https://elsewhere.invalid").sign(),
                "The issuer of the token is not accepted here.");
        refused.put(token().issued(now, Duration.ofHours(25)).sign(), LIFE);
        refused.put(token().signWith("iat", null), LIFE);
        refused.put(token().signWith("exp", null), LIFE);
        refused.put(token().signWith("agency", 1), CLAIMS);
        refused.put(token().signWith("groups", "clerk"), CLAIMS);
        refused.put(token().signWith("exp", "tomorrow"), CLAIMS);
        refused.put(token().signWith("sub", null), CLAIMS);
        String good = token().sign();
        refused.put(good.substring(0, good.length() - 8) + "AAAAAAAA", SIGNATURE);
        refused.put(good.substring(0, good.lastIndexOf('.') + 1), SIGNATURE);
        refused.put("no.such.token", NO_JWT);
        refused.put("nonsense", NO_JWT);
        refused.put("two words", NO_JWT);
        refused.put(
                token().boundTo("1", "//x", "t", "{}").sign(),
                "The token is for a single event and cannot be used as a bearer token.");
        refused.forEach((token, why) -> {
            Response answer = get("Bearer " + token);
            assertEquals(401, answer.statusCode(), why);
            assertEquals(
                    List.of("Bearer error=\"invalid_token\", error_description=\"" + why + "\""),
                    answer.headers().getValues("WWW-Authenticate"));
            assertEquals(why, answer.jsonPath().getString("detail"));
        });
    }

    /** The answer to an expired token with a wrong signature reveals nothing of its claims. */
    @Test
    void forgedClaims_areNotSpokenOf() {
        String old = token().issued(now.minus(HOUR.multipliedBy(2)), HOUR).sign();
        get("Bearer " + old.substring(0, old.length() - 8) + "AAAAAAAA").then().body("detail", equalTo(SIGNATURE));
    }

    @Test
    void chineseReader_readsItInChinese() {
        given().header(
                        "Authorization",
                        "Bearer "
                                + token().issued(now.minus(HOUR), Duration.ofSeconds(1))
                                        .sign())
                .header("Accept-Language", "zh")
                .get("/echo")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"" + EXPIRED + "\"")
                .body("detail", equalTo("令牌已过期。"));
    }

    @Test
    void requestWithoutToken_getsTheBareChallenge() {
        assertBare(given().get("/echo"));
        for (String other : List.of("Basic YTpi", "Bearer", "Bearer ", "Bearer\t" + token().sign(), "Bearerx y")) {
            assertBare(get(other));
        }
    }

    @Test
    void schemeInAnyCase_andMoreSpaces_areTaken() {
        for (String prefix : List.of("Bearer ", "Bearer  ", "Bearer      ", "bearer ", "BEARER  ", "bEaReR ")) {
            assertEquals(200, get(prefix + token().sign()).statusCode(), prefix);
        }
    }

    /** As for commands through the broker: the clocks of issuer and reader may differ by a minute. */
    @Test
    void issuedWithinTheLeeway_isTaken() {
        assertEquals(
                200,
                get("Bearer " + token().issued(now.plusSeconds(30), HOUR).sign())
                        .statusCode());
    }

    private static void assertBare(Response answer) {
        assertEquals(401, answer.statusCode());
        assertEquals(List.of("Bearer"), answer.headers().getValues("WWW-Authenticate"));
        assertEquals(
                "Send a valid bearer token in the Authorization header.",
                answer.jsonPath().getString("detail"));
    }

    private static TestTokens token() {
        return TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "clerk");
    }

    private static Response get(String authorization) {
        return given().header("Authorization", authorization).get("/echo");
    }
}
