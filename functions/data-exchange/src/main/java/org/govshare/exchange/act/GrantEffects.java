package org.govshare.exchange.act;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.EffectHandler;
import org.govshare.casework.GrantCases;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.exchange.ExchangeMessages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.records.DataGrant;
import org.govshare.records.Grants;
import org.govshare.regulation.grammar.Procedure;

/**
 * What a procedure about a grant does to it, from the grantee's next reading on. The chain of the case that opened the grant
 * gets an entry too, so that the grant's state can be recomputed from it alone.
 */
@ApplicationScoped
public class GrantEffects {
    private final Grants grants;
    private final GrantCases cases;
    private final Trail trail;
    private final WiderUse widerUse;

    GrantEffects(Grants grants, GrantCases cases, Trail trail, WiderUse widerUse) {
        this.grants = grants;
        this.cases = cases;
        this.trail = trail;
        this.widerUse = widerUse;
    }

    @Produces
    @Singleton
    EffectHandler suspendGrant() {
        return new OnGrant(GrantActs.SUSPEND, true, (grant, occasion) -> {
            grants.suspend(grant.caseId(), occasion.after().id(), occasion.lawNow());
            return Map.of();
        });
    }

    @Produces
    @Singleton
    EffectHandler resumeGrant() {
        return new OnGrant(GrantActs.RESUME, true, (grant, occasion) -> {
            grants.resume(grant.caseId(), occasion.after().id());
            return Map.of();
        });
    }

    /** A grant that has ended by then stays ended since its own moment. */
    @Produces
    @Singleton
    EffectHandler endGrant() {
        return new OnGrant(GrantActs.END, false, (grant, occasion) -> {
            grants.close(grant.caseId(), occasion.lawNow());
            return Map.of();
        });
    }

    @Produces
    @Singleton
    EffectHandler widenGrant() {
        return new OnGrant(GrantActs.WIDEN, true, widerUse);
    }

    /** Does it, and returns what the trail should record of it. */
    @FunctionalInterface
    interface Doing {
        Map<String, String> on(DataGrant grant, EffectHandler.Occasion occasion);

        default Optional<Problem> check(DataGrant grant, EffectHandler.Occasion occasion) {
            return Optional.empty();
        }
    }

    private final class OnGrant implements EffectHandler {
        private final String effect;
        private final boolean open;
        private final Doing doing;

        /** @param open the grant must not have ended */
        OnGrant(String effect, boolean open, Doing doing) {
            this.effect = effect;
            this.open = open;
            this.doing = doing;
        }

        @Override
        public String effect() {
            return effect;
        }

        @Override
        public Optional<String> runsAs() {
            return Optional.of(Procedure.GRANT_ACT);
        }

        @Override
        public Optional<Problem> check(Occasion occasion) {
            cases.lock(caseOf(occasion));
            DataGrant grant = grant(occasion);
            if (open && grant.closedAt().isPresent()) {
                return Optional.of(Problem.of(ProblemType.CONFLICT, ExchangeMessages.GRANT_ENDED));
            }
            return doing.check(grant, occasion);
        }

        @Override
        public Map<String, String> apply(Occasion occasion) {
            Map<String, String> details = new HashMap<>(doing.on(grant(occasion), occasion));
            details.put("on-grant", effect);
            details.put("act", occasion.after().id().toString());
            trail.enter(TrailEntry.by(
                    occasion.caller(),
                    Optional.of(caseOf(occasion)),
                    occasion.lawNow(),
                    occasion.after().procedure().kind(),
                    details));
            return Map.of();
        }

        private DataGrant grant(Occasion occasion) {
            return grants.lock(caseOf(occasion))
                    .orElseThrow(() -> new IllegalStateException("no grant of case " + caseOf(occasion)));
        }

        private static UUID caseOf(EffectHandler.Occasion occasion) {
            return occasion.about().orElseThrow(() -> new IllegalStateException("a case about no grant"));
        }
    }
}
