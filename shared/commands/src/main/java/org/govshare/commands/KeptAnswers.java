package org.govshare.commands;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.retention.Payload;

/**
 * Answers to commands. Ids and keyed digests stay, so that a repeat is answered with 410 and not carried out again.
 * Unkeyed digests of earlier versions are erased, because what people wrote could be guessed from them.
 */
@RegisterForReflection
public final class KeptAnswers implements Payload {
    private static final String ERASE = """
        with old as (
            select sender, source, event_id from govshare.inbox
             where received_at < :before and erased_at is null and status is not null
             order by received_at limit :most for update skip locked)
        update govshare.inbox i set answer = null, location = null, erased_at = :wall_now,
               digest = case when i.digest like 'keyed:%' then i.digest else '' end
          from old where (i.sender, i.source, i.event_id) = (old.sender, old.source, old.event_id)
        returning cast(null as uuid)
        """;

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public String defaultPeriod() {
        return "180d";
    }

    @Override
    public String statement() {
        return ERASE;
    }
}
