package org.govshare.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.govshare.platform.gauge.Measure;
import org.govshare.platform.time.LawTime;

/** Rungs that the next tick fires, by the law's clock: a few for a minute, if ticks come. */
@ApplicationScoped
class RungMeasure implements Measure {
    static final String QUERY = """
            select count(*), coalesce(greatest(0, extract(epoch from cast(? as timestamptz) - min(due_at))), 0)
              from (select due_at from govshare.clock_rung
                     where fired_at is null and not moot and due_at <= ? order by due_at limit %d) d
            """.formatted(MOST);

    private final Clock law;

    RungMeasure(@LawTime Clock law) {
        this.law = law;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("govshare.rungs.due", "Rungs of escalation that are due and have not fired"),
                Column.seconds("govshare.rungs.oldest", "How long the oldest of these rungs has been due"));
    }

    @Override
    public String query() {
        return QUERY;
    }

    @Override
    public List<Object> parameters() {
        OffsetDateTime lawNow = law.instant().atOffset(ZoneOffset.UTC);
        return List.of(lawNow, lawNow);
    }
}
