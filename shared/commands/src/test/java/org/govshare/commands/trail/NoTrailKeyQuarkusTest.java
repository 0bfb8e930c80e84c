package org.govshare.commands.trail;

import static io.restassured.RestAssured.given;
import static org.govshare.testkit.http.Api.command;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.Test;

/**
 * A process without a trail key could store senders only under hashes that can be guessed, so it accepts no command at
 * any entrance.
 */
@QuarkusTest
@TestProfile(NoTrailKeyQuarkusTest.Keyless.class)
@QuarkusTestResource(PostgresResource.class)
class NoTrailKeyQuarkusTest {
    /** As a process runs whose environment lacks {@code GOVSHARE_TRAIL_KEY}. */
    public static class Keyless implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("govshare.trail-key", "");
        }
    }

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Test
    void processWithoutKey_takesNoCommand_isNotReadyAndWritesNothing() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            command(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                    .body(Map.of("text", "流调"))
                    .post("/notes")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("urn:govshare:problem:unavailable"));
            given().get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'Trail key' }.status", equalTo("DOWN"));
            try (ResultSet row = owner.createStatement().executeQuery("""
                    select (select count(*) from govshare.inbox) + (select count(*) from govshare.trail_key)
                         + (select count(*) from govshare.audit_entry) + (select count(*) from govshare.outbox)
                    """)) {
                row.next();
                assertEquals(0, row.getInt(1));
            }
        }
    }
}
