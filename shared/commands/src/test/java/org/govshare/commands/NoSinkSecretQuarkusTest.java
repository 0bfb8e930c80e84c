package org.govshare.commands;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.Test;

/**
 * Outside a cluster's inner Service, and without a secret, a caller cannot be distinguished from our own sink, so
 * {@code /} is closed.
 */
@QuarkusTest
@TestProfile(NoSinkSecretQuarkusTest.NoSecret.class)
@QuarkusTestResource(PostgresResource.class)
class NoSinkSecretQuarkusTest {
    /** The usual settings, in which one process takes everything. */
    public static class NoSecret implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("govshare.sink-secret", "");
        }
    }

    @Test
    void root_isNothing() {
        given().header("ce-specversion", "1.0")
                .header("ce-id", "wake")
                .header("ce-source", "//test")
                .header("ce-type", Note.TYPE)
                .contentType("application/json")
                .body("{}")
                .post("/")
                .then()
                .statusCode(404);
    }
}
