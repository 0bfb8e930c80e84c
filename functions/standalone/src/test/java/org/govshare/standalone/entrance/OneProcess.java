package org.govshare.standalone.entrance;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The settings of `govshare up`, with a sink that nobody answers at, so that only the test itself calls {@code /}. */
public class OneProcess implements QuarkusTestProfile {
    static final String SECRET = "the-secret-of-this-test";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "govshare.movable-clock", "true",
                "govshare.sink", "http://127.0.0.1:1/",
                "govshare.sink-secret", SECRET,
                "govshare.home-page", "/q/swagger-ui",
                "govshare.delivery.allow-private", "true",
                "govshare.escalation.every", "off",
                "govshare.backflow.every", "off");
    }
}
