package org.govshare.request;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
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
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of use are open to the provider and its authority (Decree 809 art. 29 para. 2), wherever the data went. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class RecordsOfUseQuarkusTest {
    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        new LawTimeShift(ownerUrl).to(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @Test
    void readingUnderAGrant_isSeenByTheProviderAndItsAuthority_inAnotherProvinceToo() {
        String id = granted();
        String grant =
                as(Agencies.HUNAN_HEALTH, "clerk").get("/grants").jsonPath().getString("items[0].id");
        assertEquals(List.of(), readings(Agencies.CIVIL_AFFAIRS, id));

        as(Agencies.HUNAN_HEALTH, "clerk")
                .get("/grants/" + grant + "/records")
                .then()
                .statusCode(200);

        List<String> reading = List.of(Agencies.HUNAN_HEALTH + " " + grant);
        assertEquals(reading, readings(Agencies.CIVIL_AFFAIRS, id));
        assertEquals(reading, readings(Agencies.PROVINCE_AUTHORITY, id));
        assertEquals(reading, readings(Agencies.HUNAN_AUTHORITY, id));
        assertEquals(reading, readings(Agencies.HUNAN_HEALTH, id));
        for (String other : List.of(
                Agencies.PROVINCE_POLICE,
                Agencies.HUNAN_POLICE,
                Agencies.TANGSHAN_AUTHORITY,
                Agencies.SHENYANG_BUREAU)) {
            assertEquals(List.of(), readings(other, id), other);
        }
    }

    private static String granted() {
        String id = post(Agencies.HUNAN_HEALTH, "/requests", ShareForm.json("hebei-communities", Map.of()));
        act(id, "consent");
        act(id, "deliver");
        return id;
    }

    private static void act(String id, String action) {
        post(Agencies.CIVIL_AFFAIRS, "/requests/" + id + "/actions", "{\"action\":\"" + action + "\",\"fields\":{}}");
    }

    /** @return the id of the case */
    private static String post(String agency, String path, String body) {
        var answer = as(agency, "leader")
                .header("Idempotency-Key", "k-" + UUID.randomUUID())
                .contentType(ContentType.JSON.withCharset("UTF-8"))
                .body(body)
                .post(path);
        assertEquals(2, answer.statusCode() / 100, answer::asString);
        return answer.path("id");
    }

    /** Who read records under which grant of the case, as an agency's auditor is shown it with and without naming the case. */
    private static List<String> readings(String auditor, String id) {
        List<String> ofCase = readings(auditor, "/audit/entries?limit=5000&case=" + id, id);
        assertEquals(ofCase, readings(auditor, "/audit/entries?limit=5000", id), auditor);
        return ofCase;
    }

    private static List<String> readings(String auditor, String path, String id) {
        var page = as(auditor, "auditor").get(path);
        assertEquals(200, page.statusCode());
        return page.asString()
                .lines()
                .map(JsonPath::from)
                .filter(entry -> "read-records".equals(entry.getString("action")) && id.equals(entry.getString("case")))
                .map(entry -> entry.getString("agency") + " " + entry.getString("details.grant"))
                .toList();
    }

    private static RequestSpecification as(String agency, String role) {
        return given().header(
                        "Authorization",
                        TestTokens.of("p-" + agency)
                                .with("agency", agency)
                                .roles(role)
                                .bearer());
    }
}
