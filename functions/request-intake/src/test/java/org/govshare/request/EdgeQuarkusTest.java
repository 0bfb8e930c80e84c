package org.govshare.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.Test;

/** What the edge refuses before any law is asked. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EdgeQuarkusTest {

    @Test
    void noToken_isUnauthenticatedWithProblemDetails() {
        given().get("/requests")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:govshare:problem:unauthenticated"));
    }

    @Test
    void brokenToken_isUnauthenticatedInChinese() {
        given().header("Authorization", "Bearer no.such.token")
                .header("Accept-Language", "zh")
                .get("/requests")
                .then()
                .statusCode(401)
                .body("title", equalTo("需要有效令牌"));
    }

    @Test
    void wrongMethodAndPath_areProblems() {
        given().delete("/requests").then().statusCode(405).contentType("application/problem+json");
        given().get("/no/such/thing").then().statusCode(404);
    }

    @Test
    void health_isOpen() {
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/openapi?format=json").then().statusCode(200).contentType(ContentType.JSON);
    }

    @Test
    void memberNameWithNul_isRefusedAsUnknown() {
        given().header("Authorization", "Bearer " + Agencies.token("Y1120000FAKE019995", "clerk"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body("{\"a\\u0000b\":1}")
                .post("/requests")
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("/ab"));
    }

    @Test
    void placeInTheListBeyondAllTime_isRefused() {
        String place = "+300000-01-01T00:00:00Z|" + UUID.randomUUID();
        given().header("Authorization", "Bearer " + Agencies.token("Y1120000FAKE019995", "clerk"))
                .queryParam("after", Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8)))
                .get("/requests")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("after"));
    }

    @Test
    void emptyList_hasNoItems() {
        given().header("Authorization", "Bearer " + Agencies.token("Y1120000FAKE019995", "clerk"))
                .get("/requests")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }
}
