package org.govshare.delivery;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.retention.Payload;

/** The outcomes of attempts to deliver. */
@RegisterForReflection
public final class KeptAttempts implements Payload {
    private static final String ERASE = """
        with old as (select id from govshare.delivery_attempt where at < :before order by id limit :most)
        delete from govshare.delivery_attempt a using old where a.id = old.id
        returning cast(null as uuid)
        """;

    @Override
    public String name() {
        return "deliveries";
    }

    @Override
    public String defaultPeriod() {
        return "365d";
    }

    @Override
    public String statement() {
        return ERASE;
    }
}
