package org.govshare.casework.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.platform.query.PageCursor;

/**
 * The statement behind a list of cases: every way in which a case may be seen is walked along its own index, newest first
 * and only as far as the page goes; what else a row shows is fetched for the page alone.
 */
final class CaseListSql {
    private static final String PAGE = """
            select c.id, c.variant, c.dataset_id, c.requester, c.provider, c.step, c.closed, c.opened_at, k.next_due,
                   coalesce(k.next_due <= :law_now, false) as overdue
              from (select opened_at, id from (%s) visible order by opened_at desc, id limit %d) page
              join govshare.case_file c on c.id = page.id
              left join lateral (select min(due_at) as next_due from govshare.case_clock
                                  where case_id = c.id and ended_at is null) k on true
             order by c.opened_at desc, c.id""";
    /**
     * An agency may be several parties of a case. Each case is looked up by itself ("offset 0"): however few the
     * planner expects, it walks the agency's index and stops when it has enough.
     */
    private static final String OF_PARTY = """
            (select distinct p.opened_at, p.case_id as id
               from govshare.case_party p
              cross join lateral (select 1 from govshare.case_file c where c.id = p.case_id and %3$s offset 0) c
              where p.agency = cast(:%1$s as char(18)) and %2$s
              order by p.opened_at desc, p.case_id limit %4$d)""";

    private static final String OF_ADDRESSEE = """
            (select a.opened_at, a.case_id as id
               from govshare.case_addressee a
              cross join lateral (select 1 from govshare.case_file c where c.id = a.case_id and %3$s offset 0) c
              where a.agency = cast(:%1$s as char(18)) and %2$s
              order by a.opened_at desc, a.case_id limit %4$d)""";
    private static final String OF_REGION = """
            (select c.opened_at, c.id from govshare.case_file c
              where c.region like :region and %s and %s
              order by c.opened_at desc, c.id limit %d)""";
    private static final String OVERDUE = """
            exists (select 1 from govshare.case_clock k
                     where k.case_id = c.id and k.ended_at is null and k.due_at <= :law_now)""";

    private final CaseFilter filter;
    private final Optional<PageCursor> after;
    private final int rows;
    private final List<String> ways = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    CaseListSql(Set<String> kinds, CaseFilter filter, Optional<PageCursor> after, int rows, Instant lawNow) {
        this.filter = filter;
        this.after = after;
        this.rows = rows;
        values.put("kinds", kinds.toArray(String[]::new));
        values.put("law_now", lawNow);
        filter.closed().ifPresent(closed -> values.put("closed", closed));
        filter.dataset().ifPresent(dataset -> values.put("dataset", dataset));
        after.ifPresent(cursor -> {
            values.put("at", cursor.at());
            values.put("last", cursor.id());
        });
    }

    /** Cases in which an agency is a party, or that party which the filter names. */
    void ofParty(String agency) {
        String party = filter.party().isPresent() ? "p.party = :party and " : "";
        filter.party().ifPresent(name -> values.put("party", name));
        ways.add(OF_PARTY.formatted(named(agency), party + below("p.opened_at", "p.case_id"), asked(), rows));
    }

    /** Cases of which a rung that fired notified an agency that is not a party. */
    void ofAddressee(String agency) {
        ways.add(OF_ADDRESSEE.formatted(named(agency), below("a.opened_at", "a.case_id"), asked(), rows));
    }

    /** Cases of the regions whose codes begin so. */
    void ofRegion(String prefix) {
        values.put("region", prefix + "%");
        ways.add(OF_REGION.formatted(below("c.opened_at", "c.id"), asked(), rows));
    }

    /** Empty for a caller who may see no case. */
    Optional<String> text() {
        return ways.isEmpty() ? Optional.empty() : Optional.of(PAGE.formatted(String.join(" union ", ways), rows));
    }

    Map<String, Object> values() {
        return values;
    }

    private String named(String agency) {
        String name = "agency" + ways.size();
        values.put(name, agency);
        return name;
    }

    /** Conditions on a case by its id alone. */
    private String asked() {
        List<String> conditions = new ArrayList<>(List.of("c.kind = any (:kinds)"));
        filter.closed().ifPresent(closed -> conditions.add("c.closed = :closed"));
        filter.dataset().ifPresent(dataset -> conditions.add("c.dataset_id = :dataset"));
        filter.overdue().ifPresent(overdue -> conditions.add(overdue ? OVERDUE : "not " + OVERDUE));
        return String.join(" and ", conditions);
    }

    /** That a row comes below the cursor after which the page begins. */
    private String below(String openedAt, String id) {
        return after.isPresent() ? "%1$s <= :at and (%1$s < :at or %2$s > :last)".formatted(openedAt, id) : "true";
    }
}
