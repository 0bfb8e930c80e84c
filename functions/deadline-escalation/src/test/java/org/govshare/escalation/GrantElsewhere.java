package org.govshare.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.govshare.casework.EffectHandler;

/** Grants are opened by request-intake, which this application does not have; its clocks are what these tests look at. */
@ApplicationScoped
public class GrantElsewhere implements EffectHandler {
    @Override
    public String effect() {
        return "open-grant";
    }

    @Override
    public Map<String, String> apply(Occasion occasion) {
        // nothing is delivered here
        return Map.of();
    }
}
