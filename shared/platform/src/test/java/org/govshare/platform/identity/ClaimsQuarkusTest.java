package org.govshare.platform.identity;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.Test;

/** Tokens with a right signature and wrong claims are refused as tokens, and never cause a 500. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ClaimsQuarkusTest {
    private static final List<Object> NO_TEXT = List.of(
            1,
            true,
            List.of("a"),
            Map.of("a", "b"),
            "",
            " ",
            "\u00a0",
            "\u200b",
            "\u3164",
            "a\0b",
            "a\nb",
            "\u0085",
            "\ud800",
            "x".repeat(257));

    @Test
    void textClaimsOfTheWrongForm_makeTheTokenInvalid() {
        for (String claim : List.of("sub", "agency", "on_behalf_of", "identity_type", "identity_hash", "event_id")) {
            for (Object value : NO_TEXT) {
                assertRefused(token().signWith(claim, value), claim + " " + value);
            }
        }
    }

    @Test
    void groupsOfTheWrongForm_makeTheTokenInvalid() {
        List<Object> wrong = new ArrayList<>(List.of(
                "clerk",
                1,
                true,
                Map.of("clerk", "clerk"),
                List.of(1),
                List.of("clerk", 1),
                List.of(List.of("clerk"))));
        wrong.add(Collections.singletonList(null));
        for (Object groups : wrong) {
            assertRefused(token().signWith("groups", groups), "groups " + groups);
        }
    }

    @Test
    void furtherGroupsOfTheIssuer_meanNothing() {
        for (List<String> further : List.of(
                List.of("offline_access", "uma_authorization"),
                List.of("stranger"),
                List.of("Clerk", "clerk\0", ""),
                Collections.nCopies(200, "default-roles-govshare"))) {
            List<String> groups = new ArrayList<>(further);
            assertEquals(403, submitted(token().signWith("groups", groups)), further + " alone make no clerk");
            groups.add("clerk");
            assertEquals(422, submitted(token().signWith("groups", groups)), "a clerk, with " + further);
        }
    }

    /** An issuer's mapping is SmallRye's own invention; ours are the groups as they were signed. */
    @Test
    void mappedRole_isNone() {
        String mapped = TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "offline_access")
                .signWith("roleMappings", Map.of("offline_access", "clerk"));
        assertEquals(403, submitted(mapped));
    }

    @Test
    void codesThatAreNone_areNoValidToken() {
        for (String code :
                List.of("Y1130000FAKE01016M", "y1130000fake01016l", "Y1130000FAKE0101", "11130000000000000X")) {
            assertRefused(token().signWith("agency", code), code);
            assertRefused(token().signWith("on_behalf_of", code), code);
        }
    }

    @Test
    void rightToken_isTaken() {
        assertEquals(200, get(token().sign()).statusCode());
        assertEquals(200, get(TestTokens.of("nobody-in-particular").sign()).statusCode());
    }

    /**
     * The token is found valid at the end of its life, within the minute by which clocks may differ; the result is
     * cached longer.
     */
    @Test
    void expiredSinceItWasLastSeen_isNotTaken() {
        String brief = token().issued(Instant.now().minusSeconds(60), Duration.ofSeconds(5))
                .sign();
        assertEquals(200, get(brief).statusCode());
        await().atMost(Duration.ofSeconds(20)).until(() -> get(brief).statusCode() == 401);
    }

    /** Clients with a token each call at once, as after a start. */
    @Test
    void freshTokens_areTakenEachTime() {
        List<Integer> refused = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> get(token().with("sub", "fresh-" + i).sign()).statusCode())
                .filter(status -> status != 200)
                .toList();
        assertEquals(List.of(), refused);
    }

    private static TestTokens token() {
        return TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "clerk");
    }

    private static void assertRefused(String token, String what) {
        Response answer = get(token);
        assertEquals(401, answer.statusCode(), what);
        assertEquals("application/problem+json", answer.contentType().split(";")[0], what);
    }

    /** The answer to an act that lacks its text: 422 to those who may act. */
    private static int submitted(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/echo")
                .statusCode();
    }

    private static Response get(String token) {
        return given().header("Authorization", "Bearer " + token).get("/echo");
    }
}
