package org.govshare.upkeep.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * Recomputes cases, clocks, rungs, grants and notices from the trail and the law, and compares the tables with the result. It
 * reads one state of the database, some cases at a time, so memory does not grow with the database.
 * {@link org.govshare.upkeep.root.TrailVerification} checks whether the trail itself is whole.
 */
public final class StateVerification {
    private static final int FETCH = 1_000;
    private static final int AT_ONCE = 200;
    private static final String SNAPSHOT = "set transaction isolation level repeatable read read only";
    private static final String CASES = "select id from govshare.case_file order by id";
    private static final String WITHOUT_ROW = """
            select e.case_id from govshare.audit_entry e
             where e.seq = 1 and e.chain like 'case/%' and not exists (
                   select 1 from govshare.case_file c where c.id = e.case_id)
            """;
    /** Rows that name a case which does not exist. */
    private static final String STRAY = """
            select 'data_grant', cast(to_jsonb(g) as text) from govshare.data_grant g
             where not exists (select 1 from govshare.case_file c where c.id = g.case_id)
            union all
            select 'notice', cast(to_jsonb(n) as text) from govshare.notice n
             where not exists (select 1 from govshare.case_file c where c.id = n.case_id)
            union all
            select 'case_addressee', cast(to_jsonb(a) as text) from govshare.case_addressee a
             where not exists (select 1 from govshare.case_file c where c.id = a.case_id)
            """;

    private static final String NOTICES_ERASED = """
            select max(details ->> 'before') from govshare.audit_entry
             where chain like 'agency/govshare/%' and action = 'erased' and details ->> 'kind' = 'notices'
            """;

    private final Pseudonyms pseudonyms;

    /** @param pseudonyms must have the trail key of the functions; without it, what people wrote is not compared */
    public StateVerification(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * Verifies all cases, or one.
     *
     * @param connection must have no open transaction; has none afterwards
     */
    public StateVerdict verify(Connection connection, Optional<UUID> caseId) throws SQLException {
        connection.setAutoCommit(false);
        try {
            Sql.on(connection, SNAPSHOT).run();
            return inOneState(connection, caseId);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private StateVerdict inOneState(Connection connection, Optional<UUID> caseId) throws SQLException {
        Tally tally = new Tally();
        KeptLaw law = KeptLaw.read(connection, tally);
        Checks checks = new Checks(
                tally,
                law,
                new FileCheck(tally, pseudonyms),
                new ClockCheck(tally, law, pseudonyms),
                new GrantCheck(tally, pseudonyms),
                new NoticeCheck(tally, noticesErasedBefore(connection)));
        if (caseId.isPresent()) {
            checks.of(connection, List.of(caseId.get()));
        } else {
            all(connection, checks);
            withoutCase(connection, tally);
        }
        return tally.verdict();
    }

    private static void all(Connection connection, Checks checks) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        Sql.on(connection, CASES).fetch(FETCH).each(row -> {
            ids.add(row.getObject(1, UUID.class));
            if (ids.size() == AT_ONCE) {
                checks.of(connection, ids);
                ids.clear();
            }
        });
        checks.of(connection, ids);
    }

    private static void withoutCase(Connection connection, Tally tally) throws SQLException {
        Sql.on(connection, WITHOUT_ROW).fetch(FETCH).each(row -> tally.missing(null, "case_file", row.getString(1)));
        Sql.on(connection, STRAY)
                .fetch(FETCH)
                .each(row -> tally.notEntered(null, CaseRows.row(row.getString(1), row.getString(2))));
    }

    private static Optional<Instant> noticesErasedBefore(Connection connection) throws SQLException {
        return Sql.on(connection, NOTICES_ERASED).first(row -> row.getString(1)).map(Instant::parse);
    }

    /** The checks for each case. */
    private record Checks(
            Tally tally, KeptLaw law, FileCheck file, ClockCheck clocks, GrantCheck grant, NoticeCheck notices) {

        void of(Connection connection, List<UUID> ids) throws SQLException {
            for (CaseRows rows : CaseRows.read(connection, ids)) {
                of(rows);
            }
        }

        private void of(CaseRows rows) {
            Optional<Row> file = rows.file();
            if (file.isEmpty()) {
                tally.missing(null, "case_file", rows.id().toString());
                return;
            }
            tally.count(Tally.Count.CASES);
            if (!rows.history().exists()) {
                tally.notEntered(null, file.get());
                return;
            }
            Optional<EffectiveProcedure> procedure =
                    law.procedure(file.get(), rows.history().opening());
            this.file.check(rows, file.get(), procedure);
            clocks.check(rows, procedure);
            clocks.journal(rows);
            grant.check(rows);
            notices.check(rows);
        }
    }
}
