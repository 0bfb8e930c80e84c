package org.govshare.escalation;

import org.govshare.casework.ClockColumns;

/** The statements of a recount; each works on a set. */
final class RecountSql {
    /**
     * Clocks are taken one calendar at a time, the oldest first: then each statement reads one range of the index on
     * calendar and counted_to, and costs the same however many clocks wait.
     */
    private static final String OLDEST = "(select min(calendar) from govshare.case_clock)";

    /** First day that changed for those furthest behind: the earliest of the notices loaded since. */
    private static final String CHANGED_FROM =
            "(select min(first_day) from govshare.holiday_notice where version > " + OLDEST + ")";

    /** The end of an index, each tick: with a condition instead, a generic plan reads the table, where it finds nothing. */
    static final String ANY_BEHIND = "select " + OLDEST + " < :version";

    static final String PASS_UNTOUCHED = """
            update govshare.case_clock set calendar = :version
             where id in (select id from govshare.case_clock
                           where calendar = %s and calendar < :version and counted_to < %s
                           order by calendar, counted_to limit :most for update skip locked)
            """.formatted(OLDEST, CHANGED_FROM);

    static final String LOCK_TOUCHED = """
            select id from govshare.case_file
             where id in (select case_id from govshare.case_clock
                           where calendar = %s and calendar < :version and counted_to >= %s
                           order by calendar, counted_to limit :most)
             order by id for update skip locked
            """.formatted(OLDEST, CHANGED_FROM);

    static final String CLOCKS = """
            select k.*, c.kind, c.variant, c.packs::text as packs,
                   coalesce(r.names, '{}') as rung_names, coalesce(r.micros, '{}') as rung_micros
              from govshare.case_clock k
              join govshare.case_file c on c.id = k.case_id
              left join lateral (select array_agg(rung) as names,
                                        array_agg((extract(epoch from due_at) * 1000000)::bigint) as micros
                                   from govshare.clock_rung
                                  where clock_id = k.id and projection = k.projection) r on true
             where k.case_id = any (:cases) and k.calendar < :version
            """;

    static final String WRITE_CLOCKS =
            """
            update govshare.case_clock k
               set %s
              from unnest(cast(:id as uuid[]), %s) as u (id, %s)
             where k.id = u.id
            """.formatted(ClockColumns.projectedFrom("u"), ClockColumns.projectedSets(), ClockColumns.projectedNames());

    static final String WRITE_JOURNAL = """
            insert into govshare.due_journal (clock_id, projection, case_id, calendar, from_due, to_due, at)
            select u.clock_id, u.projection, u.case_id, :version, u.from_due, u.to_due, :law_now
              from unnest(cast(:clock_id as uuid[]), cast(:projection as integer[]), cast(:case_id as uuid[]),
                          cast(:from_due as timestamptz[]), cast(:to_due as timestamptz[]))
                as u (clock_id, projection, case_id, from_due, to_due)
            """;

    /** A rung keeps having fired only if its new moment, too, has come before now and before the duty was done. */
    static final String WRITE_RUNGS = """
            insert into govshare.clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act,
                                             pack, article, moot, fired_at)
            select o.clock_id, o.rung, u.projection, o.case_id, u.at, o.act, o.addressees, o.proposed_act, o.pack, o.article,
                   k.ended_at is not null and u.at >= k.ended_at,
                   case when u.at <= :law_now and (k.ended_at is null or u.at < k.ended_at) then o.fired_at end
              from unnest(cast(:clock_id as uuid[]), cast(:rung as text[]), cast(:projection as integer[]),
                          cast(:at as timestamptz[])) as u (clock_id, rung, projection, at)
              join govshare.clock_rung o
                on o.clock_id = u.clock_id and o.rung = u.rung and o.projection = u.projection - 1
              join govshare.case_clock k on k.id = u.clock_id
            """;

    private RecountSql() {}
}
