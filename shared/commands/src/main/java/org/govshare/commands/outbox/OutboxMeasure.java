package org.govshare.commands.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.govshare.platform.gauge.Measure;

/**
 * The backlog of the outbox. It does not include messages for a later moment. It includes messages whose sending
 * failed, also during their pause.
 */
@ApplicationScoped
class OutboxMeasure implements Measure {
    /**
     * For a message that was tried before, {@code available_at} is the end of its pause, so its waiting time counts
     * from when it was written.
     */
    static final String QUERY = """
            select count(*),
                   coalesce(greatest(0, extract(epoch from now() - min(
                       case when attempts = 0 then greatest(created_at, available_at) else created_at end))), 0)
              from (select created_at, available_at, attempts from govshare.outbox
                     where sent_at is null order by available_at limit %d) w
             where available_at <= now() or attempts > 0
            """.formatted(MOST);

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("govshare.outbox.waiting", "Messages in the outbox that are due and not sent"),
                Column.seconds("govshare.outbox.oldest", "How long the oldest of these messages has waited"));
    }

    @Override
    public String query() {
        return QUERY;
    }
}
