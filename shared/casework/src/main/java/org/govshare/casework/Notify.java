package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.govshare.commands.outbox.Outbox;

/** Tells that a case has changed: ids only, for the parties' platforms to read the case by. */
@ApplicationScoped
public class Notify implements EffectHandler {
    public static final String CHANGED = "org.govshare.case.changed.v1";

    private final Outbox outbox;

    Notify(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String effect() {
        return EveryProcedure.NOTIFY;
    }

    @Override
    public Map<String, String> apply(Occasion occasion) {
        String id = occasion.after().id().toString();
        outbox.add(CHANGED, id, Map.of("case", id, "step", occasion.after().step()));
        return Map.of();
    }
}
