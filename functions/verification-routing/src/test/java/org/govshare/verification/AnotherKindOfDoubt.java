package org.govshare.verification;

import java.util.HashMap;
import java.util.Map;
import org.govshare.testkit.MovableTime;

/** The law's clock can be moved in these tests, and a folder of packs adds a kind of doubt. */
public class AnotherKindOfDoubt extends MovableTime {
    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("govshare.packs", "src/test/resources/law");
        return settings;
    }
}
