package org.govshare.commands.trail;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.govshare.platform.gauge.Measure;

/**
 * The age of the last signed root of the trail, and the number of entries since. Without new entries no root is signed,
 * so an old root alone is not a fault.
 */
@ApplicationScoped
class RootMeasure implements Measure {
    /** If there is no root yet, the age is that of the oldest entry: the trail has been unprotected for that long. */
    static final String QUERY = """
            select coalesce(greatest(0, extract(epoch from now() - coalesce(r.signed_at,
                       (select at from govshare.audit_entry order by at limit 1)))), 0),
                   (select count(*) from (select 1 from govshare.audit_entry e
                                           where e.at > coalesce(r.signed_at, '-infinity') order by e.at limit %d) u)
              from (select 1) always
              left join lateral (select signed_at from govshare.trail_root_head order by root desc limit 1) r on true
            """.formatted(MOST);

    @Override
    public List<Column> columns() {
        return List.of(
                Column.seconds("govshare.trail.root.age", "How long ago the last root of the trail was signed"),
                Column.count("govshare.trail.unsigned", "Entries of the trail since the last signed root"));
    }

    @Override
    public String query() {
        return QUERY;
    }
}
