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
                       and n.kind <> 'withdrawal') as annulled_at
              from (%s) n
            """;
    private static final String BY_KIND = """
            select m.* from unnest(?) as k (kind) cross join unnest(cast(? as bpchar[])) as o (agency) cross join lateral (
                select * from govshare.notice
                 where agency = o.agency and kind = k.kind and %s
                 order by %s limit ?) m
             order by %s limit ?
            """;
    private static final String OF_CASE = """
            select * from govshare.notice
             where kind = any (?) and agency = any (cast(? as bpchar[])) and case_id = ? and %s
             order by %s limit ?
            """;
    private static final String SETTLED = "txid < pg_snapshot_xmin(pg_current_snapshot())";
    private static final String LATER =
            SETTLED + " and (txid, seq) > (cast(? as xid8), ?) and (txid, seq) <= (cast(? as xid8), ?)";
    private static final String OLDEST_FIRST = "txid, seq";
    private static final String NEWEST_FIRST = "txid desc, seq desc";

    /** Kinds, offices, then a limit for each kind of each office and one for all. */
    static final String NEWEST = ordered(BY_KIND.formatted(SETTLED, NEWEST_FIRST, NEWEST_FIRST), NEWEST_FIRST);

    /** Kinds, offices, after (two), until (two), then a limit for each kind of each office and one for all. */
    static final String AFTER = ordered(BY_KIND.formatted(LATER, OLDEST_FIRST, OLDEST_FIRST), OLDEST_FIRST);

    /** Kinds, offices, case, limit. */
    static final String NEWEST_OF_CASE = ordered(OF_CASE.formatted(SETTLED, NEWEST_FIRST), NEWEST_FIRST);

    /** Kinds, offices, case, after (two), until (two), limit. */
    static final String AFTER_OF_CASE = ordered(OF_CASE.formatted(LATER, OLDEST_FIRST), OLDEST_FIRST);

    /** Id, offices. */
    static final String ONE =
            COLUMNS.formatted("select * from govshare.notice where id = ? and agency = any (cast(? as bpchar[]))");

    private NoticeSql() {}

    private static String ordered(String rows, String order) {
        return COLUMNS.formatted(rows) + " order by "
                + order.replace("txid", "n.txid").replace("seq", "n.seq");
    }
}
