package org.govshare.casework.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.govshare.casework.CaseAccess;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.query.PageCursor;
import org.govshare.platform.sql.Cells;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.time.LawTime;
import org.govshare.registry.Dataset;
import org.govshare.registry.Registry;
import org.govshare.regulation.organ.Organs;

/** Lists the cases a caller may see, page by page along indexes, whatever their number. */
@ApplicationScoped
public class CaseList {
    private final Database database;
    private final Organs organs;
    private final CaseAccess access;
    private final Registry registry;
    private final Trail trail;
    private final Clock law;

    CaseList(Database database, Organs organs, CaseAccess access, Registry registry, Trail trail, @LawTime Clock law) {
        this.database = database;
        this.organs = organs;
        this.access = access;
        this.registry = registry;
        this.trail = trail;
        this.law = law;
    }

    /**
     * A page of cases of some kinds, newest first. That an overseer read it is entered in the trail.
     *
     * @param after where the page before ended, as it said
     */
    @Transactional
    public CasePage list(Caller caller, Set<String> kinds, CaseFilter filter, Optional<PageCursor> after, int limit) {
        CaseListSql sql = new CaseListSql(kinds, filter, after, limit + 1, law.instant());
        nameWaysToSee(sql, caller, filter);
        Optional<String> text = sql.text();
        if (text.isEmpty()) {
            return new CasePage(List.of(), null);
        }
        List<CasePage.Row> rows = database.call(connection ->
                Sql.on(connection, text.get()).bindAll(sql.values()).list(CaseList::row));
        boolean more = rows.size() > limit;
        List<CasePage.Row> page = more ? rows.subList(0, limit) : rows;
        if (oversees(caller, filter)) {
            enterListing(caller, kinds, filter, after.isPresent(), page.size());
        }
        return new CasePage(
                List.copyOf(page), more ? cursor(page.get(limit - 1)).toString() : null);
    }

    /** As {@link CaseAccess#sees} has it of one case; who asks for a party of its own looks on at nothing. */
    private void nameWaysToSee(CaseListSql sql, Caller caller, CaseFilter filter) {
        if (access.seesOwn(caller)) {
            for (String office : organs.officesOf(caller.agency())) {
                sql.ofParty(office);
                if (filter.party().isEmpty()) {
                    sql.ofAddressee(office);
                }
            }
        }
        if (oversees(caller, filter)) {
            sql.ofRegion(regionPrefix(caller));
        }
    }

    private boolean oversees(Caller caller, CaseFilter filter) {
        return access.oversees(caller) && filter.party().isEmpty();
    }

    /** The entry that an overseer looked through others' cases: the filters, never a value that the registry does not know. */
    private void enterListing(Caller caller, Set<String> kinds, CaseFilter filter, boolean further, int rows) {
        Map<String, String> details = new HashMap<>();
        details.put("kinds", String.join(" ", new TreeSet<>(kinds)));
        filter.closed().ifPresent(closed -> details.put("state", closed ? "closed" : "open"));
        filter.overdue().ifPresent(overdue -> details.put("overdue", overdue.toString()));
        filter.dataset()
                .ifPresent(id -> details.put(
                        "dataset", registry.dataset(id).map(Dataset::id).orElse("unknown")));
        details.put("page", further ? "further" : "first");
        details.put("rows", Integer.toString(rows));
        trail.enter(TrailEntry.by(caller, Optional.empty(), law.instant(), "listed-cases", details));
    }

    /** GB/T 2260 codes roll up by pairs of digits: 130000 covers 13…, 130100 covers 1301…. */
    private String regionPrefix(Caller caller) {
        return organs.regionOf(caller.agency())
                .map(code -> code.replaceFirst("(00)+$", ""))
                .orElse("none");
    }

    private static CasePage.Row row(ResultSet row) throws SQLException {
        return new CasePage.Row(
                row.getObject("id", UUID.class),
                row.getString("variant"),
                row.getString("dataset_id"),
                row.getString("requester"),
                row.getString("provider"),
                row.getString("step"),
                row.getBoolean("closed"),
                Cells.instant(row, "opened_at"),
                Cells.maybeInstant(row, "next_due").orElse(null),
                row.getBoolean("overdue"));
    }

    private static PageCursor cursor(CasePage.Row row) {
        return new PageCursor(row.openedAt(), row.id());
    }
}
