package org.govshare.upkeep.state;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Counts what was checked, and keeps the first differences. */
final class Tally {
    private static final int MOST = 100;

    /** The counters. */
    enum Count {
        CASES,
        CLOCKS,
        RUNGS,
        GRANTS,
        NOTICES,
        /** Rows from entries before release 0.2, which do not have enough to recompute the rows. */
        OLDER,
        /** Texts that people wrote and that were entered under another key. */
        TEXTS_UNREAD,
        /** Clocks whose text of law or calendar differs from its entry. */
        WITHOUT_LAW
    }

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final List<Difference> first = new ArrayList<>();
    private long differences;

    void count(Count what) {
        counts.merge(what, 1L, Long::sum);
    }

    void equal(UUID caseId, Row row, String column, Object mustBe) {
        Object is = row.like(column, mustBe);
        String wanted = mustBe == null ? null : mustBe.toString();
        if (!Objects.equals(is == null ? null : is.toString(), wanted)) {
            add(
                    Difference.Kind.CHANGED,
                    row.table(),
                    row.key(),
                    caseId,
                    column,
                    String.valueOf(is),
                    String.valueOf(wanted));
        }
    }

    /** A difference in what people wrote, which is not shown. */
    void written(UUID caseId, Row row, String column) {
        add(Difference.Kind.CHANGED, row.table(), row.key(), caseId, column, "", "");
    }

    void missing(UUID caseId, String table, String row) {
        add(Difference.Kind.MISSING, table, row, caseId, "", "", "");
    }

    void notEntered(UUID caseId, Row row) {
        add(Difference.Kind.NOT_ENTERED, row.table(), row.key(), caseId, "", "", "");
    }

    void add(Difference.Kind kind, String table, String row, UUID caseId, String column, String is, String mustBe) {
        differences++;
        if (first.size() < MOST) {
            first.add(new Difference(kind, table, row, Optional.ofNullable(caseId), column, is, mustBe));
        }
    }

    StateVerdict verdict() {
        return new StateVerdict(
                of(Count.CASES),
                of(Count.CLOCKS),
                of(Count.RUNGS),
                of(Count.GRANTS),
                of(Count.NOTICES),
                of(Count.OLDER),
                of(Count.TEXTS_UNREAD),
                of(Count.WITHOUT_LAW),
                differences,
                List.copyOf(first));
    }

    private long of(Count what) {
        return counts.getOrDefault(what, 0L);
    }
}
