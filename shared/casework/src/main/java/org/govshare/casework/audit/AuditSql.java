package org.govshare.casework.audit;

import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.audit.AuditExport.Position;
import org.govshare.platform.sql.Sql;

/**
 * The statement behind a reading of the trail. It has only the conditions that are asked for, so that each uses its index
 * under any plan that the server caches.
 */
final class AuditSql {
    private static final String TERRITORY = """
            with recursive own(code) as (
                select region_code from govshare.agency where credit_code = :seat
                union select r.code from govshare.region r join own o on r.parent_code = o.code)
            """;
    private static final String SELECT = """
            select e.chain, e.seq, e.case_id, e.at, e.agency, e.person, e.action,
                   cast(e.details as text) as details, e.previous, e.hash
              from govshare.audit_entry e
            """;
    /** What the system did by itself concerns a whole province. */
    private static final String IN_TERRITORY = """
             where (c.region in (select code from own)
                    or e.action = 'read-records' and c.provider in (
                        select a.credit_code from govshare.agency a where a.region_code in (select code from own))
                    or e.chain not like 'case/%' and case
                        when e.agency = 'govshare' then exists (
                            select 1 from govshare.region r join own o on r.code = o.code where r.level = 'province')
                        else e.agency in (select a.credit_code from govshare.agency a
                                           where a.region_code in (select code from own)) end)
            """;

    private static final String OWN = """
             where (e.agency = any (:offices)
                    or e.action = 'read-records' and exists (
                        select 1 from govshare.case_file f where f.id = e.case_id and f.provider = any (:offices))
                    or e.chain like 'case/%'
                       and (exists (select 1 from govshare.case_party p where p.case_id = e.case_id and p.agency = any (:offices))
                            or exists (select 1 from govshare.clock_rung r
                                        cross join lateral jsonb_array_elements_text(r.addressees) as a (agency)
                                        where r.case_id = e.case_id and r.fired_at is not null and a.agency = any (:offices))))
            """;
    /** Readings from before release 0.2 name their case in the details alone. */
    private static final String OF_CASE =
            " and (e.case_id = :case_id or e.case_id is null and e.details ->> 'case' = cast(:case_id as text))";

    private final StringBuilder text = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    AuditSql(AuditScope scope, AuditFilter filter, Optional<Position> after, int limit) {
        scope(scope, filter.caseId());
        filter.caseId().ifPresent(id -> add(OF_CASE, "case_id", id));
        filter.agency().ifPresent(agency -> add(" and e.agency = :agency", "agency", agency));
        filter.from().ifPresent(from -> add(" and e.at >= :from", "from", from));
        filter.to().ifPresent(to -> add(" and e.at < :to", "to", to));
        after.ifPresent(position -> after(position));
        add(" order by e.at, e.chain, e.seq limit :limit", "limit", limit);
    }

    private void after(Position position) {
        add(" and (e.at, e.chain, e.seq) > (:after_at, :after_chain, :after_seq)", "after_at", position.at());
        values.put("after_chain", position.chain());
        values.put("after_seq", position.seq());
    }

    private void scope(AuditScope scope, Optional<UUID> caseId) {
        if (scope instanceof AuditScope.Territory territory) {
            add(TERRITORY + SELECT, "seat", territory.agency());
            text.append(" left join govshare.case_file c on c.id = ")
                    .append(caseId.isPresent() ? ":case_id" : "e.case_id")
                    .append(IN_TERRITORY);
        } else if (scope instanceof AuditScope.Own own) {
            // As texts: credit codes have no blanks at their ends that the column's type could differ in.
            add(SELECT + OWN, "offices", own.offices().toArray(String[]::new));
        } else {
            text.append(SELECT).append(" where true");
        }
    }

    String text() {
        return text.toString();
    }

    /** The statement with its values filled in. */
    Sql on(Connection connection) {
        return Sql.on(connection, text()).bindAll(values);
    }

    private void add(String part, String name, Object value) {
        text.append(part);
        values.put(name, value);
    }
}
