package org.govshare.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Many cases at once: copies of one that the product opened, with its clock and rungs. */
@ApplicationScoped
class Backlog {
    @Inject
    Story story;

    /** That many more cases like the given one. */
    void copies(UUID of, int cases) {
        String script = """
                create temp table copy as select gen_random_uuid() as id, gen_random_uuid() as clock
                                            from generate_series(1, %d);
                insert into case_file (id, kind, variant, packs, region, dataset_id, requester, provider, step, leg, closed,
                                       opened_at, changed_at, facts)
                select n.id, kind, variant, packs, region, dataset_id, requester, provider, step, leg, closed, opened_at,
                       changed_at, facts
                  from case_file c, copy n where c.id = '%s';
                insert into case_clock (id, case_id, rule, ordinal, duty, obligor, started_at, extension, due_at, last_day,
                                        provisional, projection, counted_to, calendar)
                select n.clock, n.id, rule, ordinal, duty, obligor, started_at, extension, due_at, last_day, provisional,
                       projection, counted_to, calendar
                  from case_clock k, copy n where k.case_id = '%s';
                insert into clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act, pack,
                                        article)
                select n.clock, rung, projection, n.id, due_at, act, addressees, proposed_act, pack, article
                  from clock_rung r, copy n where r.case_id = '%s';
                drop table copy;
                analyze case_file; analyze case_clock; analyze clock_rung
                """.formatted(cases, of, of, of);
        try (Connection owner = connect();
                Statement statement = owner.createStatement()) {
            statement.execute(script);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of the owner's role. */
    Connection connect() throws SQLException {
        return story.owner();
    }
}
