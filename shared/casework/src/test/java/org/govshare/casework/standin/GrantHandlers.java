package org.govshare.casework.standin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.govshare.casework.EffectHandler;

/** Handlers of the effects on grants that do nothing: grants stand in no table, for records are another module's. */
@ApplicationScoped
public class GrantHandlers {

    @Produces
    @Singleton
    EffectHandler open() {
        return new OnGrant("open-grant");
    }

    @Produces
    @Singleton
    EffectHandler suspend() {
        return new OnGrant("suspend-grant");
    }

    @Produces
    @Singleton
    EffectHandler resume() {
        return new OnGrant("resume-grant");
    }

    @Produces
    @Singleton
    EffectHandler end() {
        return new OnGrant("end-grant");
    }

    private record OnGrant(String effect) implements EffectHandler {
        @Override
        public Map<String, String> apply(Occasion occasion) {
            return Map.of();
        }
    }
}
