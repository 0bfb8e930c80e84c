package org.govshare.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.govshare.platform.retention.Payload;

/**
 * What people wrote in a closed case whose grant is closed too, and what they wrote since: fields, grounds for
 * extensions, reasons for being late, purpose and scope. Which data items were asked for stays, because a later grant is bound by it.
 */
@RegisterForReflection
public final class KeptFacts implements Payload {
    private static final String ERASE = """
        with old as (
            select c.id from govshare.case_file c
             where c.closed and (c.erased_at is null or c.changed_at > c.erased_at) and c.opened_at < :before
               and c.changed_at < :before
               and not exists (select 1 from govshare.data_grant g where g.case_id = c.id and g.closed_at is null)
             order by c.opened_at limit :most for update of c skip locked),
        asked as (
            update govshare.case_clock k set asked = null, reasons = null
              from old where k.case_id = old.id and (k.asked is not null or k.reasons is not null)),
        granted as (
            update govshare.data_grant g set purpose = '', scope = '' from old where g.case_id = old.id)
        update govshare.case_file c set erased_at = :wall_now,
               facts = case when c.facts -> 'items' is null then '{}'
                            else jsonb_build_object('items', c.facts -> 'items') end
          from old where c.id = old.id
        returning c.id
        """;

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public String defaultPeriod() {
        return "3650d";
    }

    @Override
    public Set<String> keptByLaw() {
        return Set.of("use-records");
    }

    @Override
    public String statement() {
        return ERASE;
    }
}
