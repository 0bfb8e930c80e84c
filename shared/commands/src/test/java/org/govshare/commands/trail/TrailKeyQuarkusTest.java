package org.govshare.commands.trail;

import static io.restassured.RestAssured.given;
import static org.govshare.testkit.http.Api.command;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.Test;

/** A process whose trail key is not the database's would carry out a repeated command twice, so it accepts none. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class TrailKeyQuarkusTest {
    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Test
    void processWithAnotherKey_takesNoCommandAndIsNotReady() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            owner.createStatement()
                    .execute("insert into govshare.trail_key (fingerprint) values ('of another process')"
                            + " on conflict (only_row) do update set fingerprint = excluded.fingerprint");
            command(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                    .body(Map.of("text", "流调"))
                    .post("/notes")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue());
            given().get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body("checks.find { it.name == 'Trail key' }.status", equalTo("DOWN"));
            assertFalse(owner.createStatement()
                    .executeQuery("select 1 from govshare.inbox")
                    .next());
        }
    }
}
