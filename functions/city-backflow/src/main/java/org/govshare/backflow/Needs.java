package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.SortedSet;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;

/** The table of the needs of cities. */
@ApplicationScoped
class Needs {
    private final Database database;

    Needs(Database database) {
        this.database = database;
    }

    /**
     * Stores a need in the caller's transaction; it replaces an earlier one of the same city and dataset.
     *
     * @param fields the members needed; none means all
     * @return whether it differs from the earlier one
     */
    boolean state(StreamKey stream, SortedSet<String> fields, String by, Instant at) {
        return database.call(connection -> Sql.on(connection, """
                        insert into backflow_need as n (city, dataset_id, fields, stated_by, stated_at)
                        values (:city, :dataset, nullif(:fields, '{}'), :by, :at)
                        on conflict (city, dataset_id) do update
                          set fields = excluded.fields, stated_by = excluded.stated_by, stated_at = excluded.stated_at
                          where n.fields is distinct from excluded.fields""")
                        .bind("city", stream.city())
                        .bind("dataset", stream.dataset())
                        .bind("fields", fields.toArray(String[]::new))
                        .bind("by", by)
                        .bind("at", at)
                        .update()
                == 1);
    }
}
