package org.govshare.standalone.law;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** One process with an operator's folder of packs, a law's clock that can be moved, and no tick but the test's. */
public class YamlAlone implements QuarkusTestProfile {
    static final String FOLDER = "src/test/resources/law";
    static final String SECRET = "the-secret-of-this-test";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "govshare.packs", FOLDER,
                "govshare.movable-clock", "true",
                "govshare.sink", "http://127.0.0.1:1/",
                "govshare.sink-secret", SECRET,
                "govshare.escalation.every", "off",
                "govshare.backflow.every", "off");
    }
}
