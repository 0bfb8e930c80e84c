package org.govshare.upkeep.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.notice.Notice;
import org.govshare.casework.notice.Notice.RungKey;
import org.govshare.casework.notice.NoticeKind;
import org.govshare.regulation.document.Text;
import org.govshare.upkeep.state.CaseHistory.Given;

/** Compares the notices about a case with those that the trail says were given. */
final class NoticeCheck {
    private static final String TABLE = "notice";

    private final Tally tally;
    private final Optional<Instant> erasedBefore;

    /** @param erasedBefore notices given earlier may have been erased at the end of their period */
    NoticeCheck(Tally tally, Optional<Instant> erasedBefore) {
        this.tally = tally;
        this.erasedBefore = erasedBefore;
    }

    void check(CaseRows rows) {
        Map<UUID, Given> given = new HashMap<>(rows.history().notices());
        for (Row row : rows.of(TABLE)) {
            tally.count(Tally.Count.NOTICES);
            Given entry = given.remove(row.id("id"));
            if (entry != null) {
                if (!digest(row).equals(Optional.of(entry.digest()))) {
                    tally.written(rows.id(), row, "content");
                }
            } else if (row.instant("given_at").filter(rows.history()::silentAt).isPresent()) {
                tally.count(Tally.Count.OLDER);
            } else {
                tally.notEntered(rows.id(), row);
            }
        }
        given.forEach((id, entry) -> {
            if (erasedBefore.filter(entry.at()::isBefore).isEmpty()) {
                tally.missing(rows.id(), TABLE, id.toString());
            }
        });
    }

    /** Empty if the row cannot be a notice. */
    private static Optional<String> digest(Row row) {
        return row.text("kind")
                .flatMap(NoticeKind::of)
                .flatMap(kind ->
                        row.instant("given_at").map(given -> notice(row, kind).digest(given)));
    }

    private static Notice notice(Row row, NoticeKind kind) {
        return new Notice(
                row.text("agency").orElse(""),
                kind,
                row.text("case_id").map(UUID::fromString),
                row.text("clock_id")
                        .map(clock -> new RungKey(
                                UUID.fromString(clock), row.text("rung").orElse(""), row.number("projection"))),
                row.text("about").map(UUID::fromString),
                row.instant("due_at"),
                row.text("pack").orElse(""),
                row.text("article").orElse(""),
                row.text("act").orElse(""),
                new Text(row.text("zh").orElse(""), row.text("en").orElse("")));
    }
}
