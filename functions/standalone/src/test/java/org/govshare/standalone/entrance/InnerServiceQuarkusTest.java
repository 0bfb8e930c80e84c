package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.Test;

/** A cluster's inner Service: {@code /} asks for nothing there, and a forged notification does no harm. */
@QuarkusTest
@TestProfile(InnerServiceQuarkusTest.Inner.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class InnerServiceQuarkusTest {
    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    /** As knative/ sets it. */
    public static class Inner implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "govshare.entrance", "inner",
                    "govshare.sink", "http://127.0.0.1:1/",
                    "govshare.escalation.every", "off",
                    "govshare.backflow.every", "off");
        }
    }

    @Test
    void forgedNotifications_areTakenAndChangeNothing() throws SQLException {
        Map<String, Long> before = AtTheRoot.rows(ownerUrl);
        for (String function : RunningEntrances.functions()) {
            int status = AtTheRoot.notification(function).post("/").statusCode();
            assertEquals(2, status / 100, function + " " + status);
        }
        assertEquals(before, AtTheRoot.rows(ownerUrl));
    }

    @Test
    void nothingElse_answers() {
        for (String entrance : RunningEntrances.rest()) {
            String[] route = entrance.split(" ");
            given().request(route[0], route[1].replaceAll("\\{.*?}", "x"))
                    .then()
                    .statusCode(404);
        }
        for (String function : RunningEntrances.functions()) {
            assertEquals(404, AtTheRoot.byName("GET", function).statusCode());
        }
    }
}
