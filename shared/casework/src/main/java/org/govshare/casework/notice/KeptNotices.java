package org.govshare.casework.notice;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.retention.Payload;

/** Notices to agencies; that they were given stays in the trail. */
@RegisterForReflection
public final class KeptNotices implements Payload {
    private static final String ERASE = """
        with old as (select id from govshare.notice where given_at < :before order by id limit :most)
        delete from govshare.notice n using old where n.id = old.id
        returning cast(null as uuid)
        """;

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public String defaultPeriod() {
        return "3650d";
    }

    @Override
    public String statement() {
        return ERASE;
    }
}
