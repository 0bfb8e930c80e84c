package org.govshare.request;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Neijiang's draft rules where an operator has switched it on; the law's clock can be moved. */
public class DraftSwitchedOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("govshare.movable-clock", "true", "govshare.packs-switched-on", "neijiang-2020-draft");
    }
}
