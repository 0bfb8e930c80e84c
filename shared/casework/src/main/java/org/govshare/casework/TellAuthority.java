package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.govshare.commands.outbox.Outbox;

/** What goes to the authority in addition to the case's own way: an outcome filed with it, or misuse reported to it. */
@ApplicationScoped
public class TellAuthority {
    public static final String FILED = "org.govshare.case.filed.v1";
    public static final String REPORTED = "org.govshare.case.reported.v1";
    static final String AUTHORITY = "authority";

    private final Outbox outbox;

    TellAuthority(Outbox outbox) {
        this.outbox = outbox;
    }

    @Produces
    @Singleton
    EffectHandler file() {
        return new Telling(EveryProcedure.FILE, FILED, outbox);
    }

    @Produces
    @Singleton
    EffectHandler report() {
        return new Telling(EveryProcedure.REPORT, REPORTED, outbox);
    }

    private record Telling(String effect, String type, Outbox outbox) implements EffectHandler {
        @Override
        public Map<String, String> apply(Occasion occasion) {
            String id = occasion.after().id().toString();
            List<String> authorities = occasion.after().parties().getOrDefault(AUTHORITY, List.of());
            outbox.add(type, id, Map.of("case", id, "authority", authorities));
            return Map.of();
        }
    }
}
