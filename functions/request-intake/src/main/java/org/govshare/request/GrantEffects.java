package org.govshare.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
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
        return new OnGrant(ShareRequests.SUSPEND_GRANT, (caseId, at) -> grants.suspend(caseId, caseId, at));
    }

    @Produces
    @Singleton
    EffectHandler resume() {
        return new OnGrant(ShareRequests.RESUME_GRANT, (caseId, at) -> grants.resume(caseId, caseId));
    }

    @Produces
    @Singleton
    EffectHandler end() {
        return new OnGrant(ShareRequests.END_GRANT, grants::close);
    }

    private record OnGrant(String effect, BiConsumer<UUID, Instant> what) implements EffectHandler {
        @Override
        public Map<String, String> apply(Occasion occasion) {
            what.accept(occasion.after().id(), occasion.lawNow());
            return Map.of();
        }
    }
}
