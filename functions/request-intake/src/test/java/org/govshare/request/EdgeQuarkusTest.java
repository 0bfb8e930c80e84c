package org.govshare.request;

import static io.restassured.RestAssured.given;
import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.Test;

/** What the edge refuses before any law is asked. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EdgeQuarkusTest {
    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Test
    void noToken_isUnauthenticatedWithProblemDetails() {
        given().get("/requests")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
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
        given().delete("/requests")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "GET, HEAD, OPTIONS, POST");
        given().get("/no/such/thing").then().statusCode(404);
    }

    @Test
    void health_isOpen() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/openapi?format=json").then().statusCode(200).contentType(ContentType.JSON);
    }

    @Test
    void functionWithoutSink_isNotReadyAndSaysWhy() {
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.findAll { it.status == 'DOWN' }.name", contains("Sink"))
                .body(
                        "checks.find { it.name == 'Sink' }.data.why",
                        equalTo("govshare.sink (K_SINK) is not set: no notification is sent"));
    }

    @Test
    void memberNameWithNul_isRefusedAsUnknown() {
        command("Y1120000FAKE019995", "clerk")
                .body("{\"a\\u0000b\":1}")
                .post("/requests")
                .then()
                .statusCode(422)
                .body("violations.pointer", hasItem("/ab"));
    }

    @Test
    void placeInTheListBeyondAllTime_isRefused() {
        String place = "+300000-01-01T00:00:00Z|" + UUID.randomUUID();
        as("Y1120000FAKE019995", "clerk")
                .queryParam("after", Base64.getUrlEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8)))
                .get("/requests")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("after"));
    }

    @Test
    void bodyThatNamesAnotherCaseThanThePath_isRefused() {
        command("Y1120000FAKE019995", "clerk")
                .body("{\"action\":\"forward\",\"request\":\"%s\"}".formatted(UUID.randomUUID()))
                .post("/requests/" + UUID.randomUUID() + "/actions")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/request"));
    }

    @Test
    void everyCommand_requiresItsKeyInTheDescription() {
        Map<String, Map<String, Map<String, Object>>> paths = given().get("/q/openapi?format=json")
                .then()
                .extract()
                .jsonPath()
                .getMap("paths");
        paths.forEach((path, operations) -> {
            Map<String, Object> post = operations.get("post");
            if (post != null && !path.equals("/events") && !path.equals("/")) {
                assertTrue(String.valueOf(post.get("parameters")).contains("name=Idempotency-Key"), path);
                assertTrue(String.valueOf(post.get("parameters")).contains("required=true"), path);
            }
        });
    }

    @Test
    void emptyList_hasNoItems() {
        as("Y1120000FAKE019995", "clerk")
                .get("/requests")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void idUsedForOtherContent_isRefusedAndOnRecord() throws SQLException {
        String key = UUID.randomUUID().toString();
        submit(key, "{\"scenario\":\"流调\"}").statusCode(422);
        submit(key, "{\"scenario\":\"流调\"}").statusCode(422);
        long before = reuses();
        submit(key, "{\"scenario\":\"防疫\"}").statusCode(409);
        assertEquals(before + 1, reuses());
    }

    private static ValidatableResponse submit(String key, String body) {
        return as("Y1130100FAKE099998", "clerk")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/requests")
                .then();
    }

    private long reuses() throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                ResultSet row = owner.createStatement().executeQuery("""
                        select count(*) from govshare.audit_entry
                         where action = 'refused' and details::text like '%id-reused%'""")) {
            row.next();
            return row.getLong(1);
        }
    }
}
