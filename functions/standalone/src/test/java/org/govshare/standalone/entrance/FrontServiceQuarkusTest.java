package org.govshare.standalone.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.Test;

/** A cluster's front Service: REST and {@code /events}, and nothing at {@code /}. */
@QuarkusTest
@TestProfile(FrontServiceQuarkusTest.Front.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class FrontServiceQuarkusTest {
    /** As knative/ sets it. */
    public static class Front implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "govshare.entrance", "front",
                    "govshare.sink", "http://127.0.0.1:1/",
                    "govshare.escalation.every", "off",
                    "govshare.backflow.every", "off");
        }
    }

    @Test
    void root_isNothing() {
        for (String function : RunningEntrances.functions()) {
            assertEquals(404, AtTheRoot.notification(function).post("/").statusCode(), function);
            assertEquals(404, AtTheRoot.byName("POST", function).statusCode(), function);
        }
    }
}
