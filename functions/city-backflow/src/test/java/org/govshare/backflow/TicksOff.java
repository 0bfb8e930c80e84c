package org.govshare.backflow;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Only notifications push streams, and only the test sends them; the law's clock can be moved. */
public class TicksOff implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "govshare.backflow.every", "off",
                "govshare.movable-clock", "true",
                "govshare.delivery.timeout", "PT30S");
    }
}
