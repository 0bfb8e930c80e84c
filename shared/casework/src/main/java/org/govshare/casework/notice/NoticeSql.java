package org.govshare.casework.notice;

/**
 * How notices are read. An agency's notices are taken kind by kind and, where it holds the office of others that ended,
 * office by office, each along its own range of one index, and then merged: so a rare kind is found without reading past
 * the others.
 */
final class NoticeSql {
    private static final String COLUMNS = """
            select n.*, n.txid::text as place_txid,
                   (select r.annulled_at from govshare.clock_rung r
                     where r.clock_id = n.clock_id and r.rung = n.rung and r.projection = n.projection
                       and n.kind <> 'withdrawal') as annulled_at,
                   (select k.reasons -> -1 ->> 'reason' from govshare.case_clock k
                     where k.id = n.clock_id and n.kind = 'proposal') as reason
              from (%s) n
            """;
    private static final String BY_KIND = """
            select m.* from unnest(:kinds) as k (kind) cross join unnest(cast(:offices as bpchar[])) as o (agency) cross join lateral (
                select * from govshare.notice
                 where agency = o.agency and kind = k.kind and %s
                 order by %s limit :limit) m
             order by %s limit :limit
            """;
    private static final String OF_CASE = """
            select * from govshare.notice
             where kind = any (:kinds) and agency = any (cast(:offices as bpchar[])) and case_id = :case_id and %s
             order by %s limit :limit
            """;
    private static final String SETTLED = "txid < pg_snapshot_xmin(pg_current_snapshot())";
    private static final String LATER = SETTLED + " and (txid, seq) > (cast(:after_txid as xid8), :after_seq)"
            + " and (txid, seq) <= (cast(:until_txid as xid8), :until_seq)";
    private static final String OLDEST_FIRST = "txid, seq";
    private static final String NEWEST_FIRST = "txid desc, seq desc";

    /** Takes kinds, offices and a limit, for each kind of each office and for all. */
    static final String NEWEST = ordered(BY_KIND.formatted(SETTLED, NEWEST_FIRST, NEWEST_FIRST), NEWEST_FIRST);

    /** As {@link #NEWEST}, and after and until, each of txid and seq. */
    static final String AFTER = ordered(BY_KIND.formatted(LATER, OLDEST_FIRST, OLDEST_FIRST), OLDEST_FIRST);

    /** As {@link #NEWEST}, and a case. */
    static final String NEWEST_OF_CASE = ordered(OF_CASE.formatted(SETTLED, NEWEST_FIRST), NEWEST_FIRST);

    /** As {@link #AFTER}, and a case. */
    static final String AFTER_OF_CASE = ordered(OF_CASE.formatted(LATER, OLDEST_FIRST), OLDEST_FIRST);

    /** Takes an id and offices. */
    static final String ONE = COLUMNS.formatted(
            "select * from govshare.notice where id = :id and agency = any (cast(:offices as bpchar[]))");

    private NoticeSql() {}

    private static String ordered(String rows, String order) {
        return COLUMNS.formatted(rows) + " order by "
                + order.replace("txid", "n.txid").replace("seq", "n.seq");
    }
}
