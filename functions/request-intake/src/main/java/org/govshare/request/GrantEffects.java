package org.govshare.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Consumer;
import org.govshare.casework.EffectHandler;
import org.govshare.records.Grants;

/** What a provider may do to a grant on misuse, where its law gives it the right (Hunan ch. 3 para. 14). */
@ApplicationScoped
public class GrantEffects {
    private final Grants grants;

    GrantEffects(Grants grants) {
        this.grants = grants;
    }

    @Produces
    @Singleton
    EffectHandler suspend() {
        return new OnGrant("suspend-grant", grants::suspend);
    }

    @Produces
    @Singleton
    EffectHandler resume() {
        return new OnGrant("resume-grant", grants::resume);
    }

    @Produces
    @Singleton
    EffectHandler end() {
        return new OnGrant("end-grant", grants::close);
    }

    private record OnGrant(String effect, Consumer<UUID> what) implements EffectHandler {
        @Override
        public void apply(Occasion occasion) {
            what.accept(occasion.after().id());
        }
    }
}
