package org.govshare.upkeep.state;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.upkeep.state.GrantHistory.Since;

/** Compares the grant of a case with its history: grantee, dataset, opening, suspension and end. */
final class GrantCheck {
    private static final String TABLE = "data_grant";

    private final Tally tally;
    private final Texts texts;

    GrantCheck(Tally tally, Pseudonyms pseudonyms) {
        this.tally = tally;
        this.texts = new Texts(tally, pseudonyms);
    }

    void check(CaseRows rows) {
        GrantHistory history = rows.history().grant();
        Optional<Row> grant = rows.of(TABLE).stream().findFirst();
        if (grant.isEmpty()) {
            if (history.opened()) {
                tally.missing(
                        rows.id(), TABLE, history.name().map(GrantCheck::id).orElse("of the case"));
            }
            return;
        }
        tally.count(Tally.Count.GRANTS);
        if (!history.opened()) {
            tally.notEntered(rows.id(), grant.get());
            return;
        }
        held(rows, grant.get(), history);
        since(rows, grant.get(), "opened_at", history.openedAt());
        since(rows, grant.get(), "suspended_at", history.suspendedAt());
        suspendedBy(rows, grant.get(), history);
        since(rows, grant.get(), "closed_at", history.closedAt());
    }

    /** The grant's id from the name of its detail, {@code grant/ID}. */
    private static String id(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    private void held(CaseRows rows, Row grant, GrantHistory history) {
        if (history.line().isEmpty()) {
            tally.count(Tally.Count.OLDER);
            return;
        }
        for (String word : history.line().get().split(" ")) {
            String[] held = word.split("=", 2);
            switch (held[0]) {
                case "dataset" -> tally.equal(rows.id(), grant, "dataset_id", held[1]);
                case "grantee" -> tally.equal(rows.id(), grant, "grantee", held[1]);
                case "items" -> items(rows, grant, held[1]);
                default -> {}
            }
        }
        String written =
                grant.text("purpose").orElse("") + "\n" + grant.text("scope").orElse("");
        if (history.erased() ? !written.equals("\n") : !texts.same(history.written(), written)) {
            tally.written(rows.id(), grant, "purpose, scope");
        }
    }

    private void items(CaseRows rows, Row grant, String items) {
        List<String> fields =
                grant.text("fields").isEmpty() && grant.columns().path("fields").isNull()
                        ? List.of()
                        : grant.texts("fields");
        if (!String.join(",", fields).equals(items)) {
            tally.add(
                    Difference.Kind.CHANGED, TABLE, grant.key(), rows.id(), "fields", String.join(",", fields), items);
        }
    }

    private void suspendedBy(CaseRows rows, Row grant, GrantHistory history) {
        String column = "suspended_by";
        Set<String> held = grant.columns().path(column).isNull() ? Set.of() : new TreeSet<>(grant.texts(column));
        Set<String> acted =
                history.suspendedBy().stream().map(UUID::toString).collect(Collectors.toCollection(TreeSet::new));
        if (!held.equals(acted)) {
            tally.add(
                    Difference.Kind.CHANGED,
                    TABLE,
                    grant.key(),
                    rows.id(),
                    column,
                    String.join(",", held),
                    String.join(",", acted));
        }
    }

    /** Before release 0.2 a grant's own moment was slightly later than its entry's. */
    private void since(CaseRows rows, Row grant, String column, Since since) {
        if (since.exact()) {
            tally.equal(rows.id(), grant, column, since.at().orElse(null));
        } else if (grant.instant(column).isEmpty()) {
            tally.add(
                    Difference.Kind.CHANGED,
                    TABLE,
                    grant.key(),
                    rows.id(),
                    column,
                    "null",
                    since.at().orElseThrow().toString());
        }
    }
}
