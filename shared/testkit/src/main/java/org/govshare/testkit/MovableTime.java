package org.govshare.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The law's clock can be moved in these tests, with {@link LawTimeShift}. */
public class MovableTime implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("govshare.movable-clock", "true");
    }
}
