package org.govshare.supervision;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import org.govshare.escalation.MovableTime;

/** As {@link MovableTime}, where an operator has switched Neijiang's draft on. */
public class DraftSwitchedOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "govshare.movable-clock", "true",
                "govshare.escalation.every", "off",
                "govshare.packs-switched-on", "neijiang-2020-draft");
    }
}
