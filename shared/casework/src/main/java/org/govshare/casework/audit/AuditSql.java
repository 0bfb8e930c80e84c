package org.govshare.casework.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.audit.AuditExport.Place;

/**
 * The statement behind a reading of the trail. It has only the conditions that are asked for, so that each uses its index
 * under any plan that the server caches.
 */
final class AuditSql {
    private static final String TERRITORY = """
            with recursive own(code) as (
                select region_code from govshare.agency where credit_code = ?
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
                    or e.chain not like 'case/%' and case
                        when e.agency = 'govshare' then exists (
                            select 1 from govshare.region r join own o on r.code = o.code where r.level = 'province')
                        else e.agency in (select a.credit_code from govshare.agency a
                                           where a.region_code in (select code from own)) end)
            """;

    private static final String OWN = """
             where (e.agency = any (?)
                    or e.chain like 'case/%'
                       and (exists (select 1 from govshare.case_party p where p.case_id = e.case_id and p.agency = any (?))
                            or exists (select 1 from govshare.clock_rung r
                                        cross join lateral jsonb_array_elements_text(r.addressees) as a (agency)
                                        where r.case_id = e.case_id and r.fired_at is not null and a.agency = any (?))))
            """;
    /** Readings from before release 0.2 name their case in the details alone. */
    private static final String OF_CASE =
            " and (e.case_id = ? or e.case_id is null and e.details ->> 'case' = cast(? as text))";

    private final StringBuilder text = new StringBuilder();
    private final List<Value> values = new ArrayList<>();

    AuditSql(AuditScope scope, AuditFilter filter, Optional<Place> after, int limit) {
        scope(scope, filter.caseId());
        filter.caseId().ifPresent(id -> add(OF_CASE, uuid(id), string(id.toString())));
        filter.agency().ifPresent(agency -> add(" and e.agency = ?", string(agency)));
        filter.from().ifPresent(from -> add(" and e.at >= ?", moment(from)));
        filter.to().ifPresent(to -> add(" and e.at < ?", moment(to)));
        after.ifPresent(place -> add(
                " and (e.at, e.chain, e.seq) > (?, ?, ?)",
                moment(place.at()),
                string(place.chain()),
                (statement, at) -> statement.setLong(at, place.seq())));
        add(" order by e.at, e.chain, e.seq limit ?", (statement, at) -> statement.setInt(at, limit));
    }

    private void scope(AuditScope scope, Optional<UUID> caseId) {
        if (scope instanceof AuditScope.Territory territory) {
            add(TERRITORY + SELECT, string(territory.agency()));
            if (caseId.isPresent()) {
                add(" left join govshare.case_file c on c.id = ?", uuid(caseId.get()));
            } else {
                add(" left join govshare.case_file c on c.id = e.case_id");
            }
            add(IN_TERRITORY);
        } else if (scope instanceof AuditScope.Own own) {
            add(SELECT + OWN, codes(own.offices()), codes(own.offices()), codes(own.offices()));
        } else {
            add(SELECT + " where true");
        }
    }

    String text() {
        return text.toString();
    }

    /** The statement with its values in place. */
    PreparedStatement on(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text());
        for (int i = 0; i < values.size(); i++) {
            values.get(i).set(statement, i + 1);
        }
        return statement;
    }

    private void add(String part, Value... its) {
        text.append(part);
        values.addAll(List.of(its));
    }

    private interface Value {
        void set(PreparedStatement statement, int at) throws SQLException;
    }

    private static Value string(String value) {
        return (statement, at) -> statement.setString(at, value);
    }

    private static Value uuid(UUID value) {
        return (statement, at) -> statement.setObject(at, value, Types.OTHER);
    }

    private static Value moment(Instant value) {
        return (statement, at) -> statement.setObject(at, value.atOffset(ZoneOffset.UTC));
    }

    /** As texts: credit codes have no blanks at their ends that the column's type could differ in. */
    private static Value codes(List<String> codes) {
        return (statement, at) ->
                statement.setArray(at, statement.getConnection().createArrayOf("text", codes.toArray()));
    }
}
