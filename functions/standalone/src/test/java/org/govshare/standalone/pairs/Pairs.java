package org.govshare.standalone.pairs;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** One process in which Neijiang's draft counts, with a law's clock that can be moved, and no tick but the test's. */
public class Pairs implements QuarkusTestProfile {
    static final String SECRET = "the-secret-of-this-test";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "govshare.packs-switched-on", "neijiang-2020-draft",
                "govshare.movable-clock", "true",
                "govshare.sink", "http://127.0.0.1:1/",
                "govshare.sink-secret", SECRET,
                "govshare.escalation.every", "off",
                "govshare.backflow.every", "off");
    }
}
