package org.govshare.casework.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.CaseAccess;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.PagePlace;
import org.govshare.platform.time.LawTime;
import org.govshare.regulation.procedure.Organs;

/** Lists the cases a caller may see, page by page along an index, whatever their number. */
@ApplicationScoped
public class CaseList {
    private final EntityManager database;
    private final Organs organs;
    private final Clock law;

    CaseList(EntityManager database, Organs organs, @LawTime Clock law) {
        this.database = database;
        this.organs = organs;
        this.law = law;
    }

    /**
     * A page of cases of some kinds, newest first.
     *
     * @param after where the page before ended, as it said
     */
    @Transactional
    public CasePage list(Caller caller, Set<String> kinds, CaseFilter filter, Optional<String> after, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        String sql =
                select(caller, kinds, filter, after, values) + " order by c.opened_at desc, c.id limit " + (limit + 1);
        Query query = database.createNativeQuery(sql, Object[].class);
        values.forEach(query::setParameter);
        List<CasePage.Row> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add(row((Object[]) row));
        }
        boolean more = rows.size() > limit;
        List<CasePage.Row> page = more ? rows.subList(0, limit) : rows;
        return new CasePage(List.copyOf(page), more ? place(page.get(limit - 1)).toString() : null);
    }

    private String select(
            Caller caller, Set<String> kinds, CaseFilter filter, Optional<String> after, Map<String, Object> values) {
        values.put("now", law.instant());
        values.put("kinds", kinds);
        StringBuilder sql = new StringBuilder("""
                select c.id, c.variant, c.dataset_id, c.requester, c.provider, c.step, c.closed, c.opened_at, k.next_due,
                       coalesce(k.next_due <= :now, false)
                  from govshare.case_file c
                  left join lateral (select min(due_at) as next_due from govshare.case_clock
                                      where case_id = c.id and ended_at is null) k on true
                 where c.kind in (:kinds)""");
        narrowToVisible(sql, caller, filter, values);
        filter.closed().ifPresent(closed -> {
            sql.append(" and c.closed = :closed");
            values.put("closed", closed);
        });
        filter.dataset().ifPresent(dataset -> {
            sql.append(" and c.dataset_id = :dataset");
            values.put("dataset", dataset);
        });
        filter.overdue()
                .ifPresent(overdue ->
                        sql.append(overdue ? " and " : " and not ").append("coalesce(k.next_due <= :now, false)"));
        after.map(PagePlace::parse).ifPresent(place -> {
            sql.append(" and (c.opened_at < :at or (c.opened_at = :at and c.id > :last))");
            values.put("at", place.at());
            values.put("last", place.id());
        });
        return sql.toString();
    }

    private void narrowToVisible(StringBuilder sql, Caller caller, CaseFilter filter, Map<String, Object> values) {
        if (CaseAccess.watches(caller) && filter.party().isEmpty()) {
            sql.append(" and c.region like :region");
            values.put("region", regionPrefix(caller) + "%");
            return;
        }
        sql.append(
                " and exists (select 1 from govshare.case_party p where p.case_id = c.id and p.agency in (:agencies)");
        values.put("agencies", caller.actsForAgency() ? organs.officesOf(caller.agency()) : List.of(""));
        filter.party().ifPresent(party -> {
            sql.append(" and p.party = :party");
            values.put("party", party);
        });
        sql.append(')');
    }

    /** GB/T 2260 codes roll up by pairs of digits: 130000 covers 13…, 130100 covers 1301…. */
    private String regionPrefix(Caller caller) {
        return organs.regionOf(caller.agency())
                .map(code -> code.replaceFirst("(00)+$", ""))
                .orElse("none");
    }

    private static CasePage.Row row(Object[] row) {
        return new CasePage.Row(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                String.valueOf(row[3]),
                String.valueOf(row[4]),
                (String) row[5],
                (Boolean) row[6],
                (Instant) row[7],
                (Instant) row[8],
                (Boolean) row[9]);
    }

    private static PagePlace place(CasePage.Row row) {
        return new PagePlace(row.openedAt(), row.id());
    }
}
