package org.govshare.verification;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The law's clock can be moved in these tests, and a folder of packs adds a kind of doubt. */
public class MovableTime implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("govshare.movable-clock", "true", "govshare.packs", "src/test/resources/law");
    }
}
