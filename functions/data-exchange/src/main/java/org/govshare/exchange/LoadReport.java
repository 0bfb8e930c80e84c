package org.govshare.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.govshare.records.Applied;
import org.govshare.records.Placement;
import org.govshare.records.RecordChange.Flaw;
import org.govshare.registry.CityOf;

/** What a load has done so far. Loading the same file again changes nothing and counts every row as unchanged. */
public final class LoadReport {

    /** How many rejected rows it names. */
    static final int NAMED = 20;

    private Applied applied = Applied.NOTHING;
    private long rows;
    private long rejected;
    private final List<Rejected> firstRejected = new ArrayList<>();

    /**
     * A rejected row.
     *
     * @param line the line on which it begins
     * @param other the line of another row with the same key; 0 if that is not the reason
     */
    public record Rejected(long line, Flaw flaw, long other) {
        public Rejected(long line, Flaw flaw) {
            this(line, flaw, 0);
        }

        /** The fault, in words. */
        @Override
        public String toString() {
            String words = "line " + line + " rejected: "
                    + (flaw.member().isEmpty() ? "" : flaw.member() + " ")
                    + flaw.message().en();
            return other > 0 ? words + ", also line " + other : words;
        }
    }

    /** The number of rows read: the sum of new, changed, unchanged and rejected rows. */
    public long rows() {
        return rows;
    }

    public Applied applied() {
        return applied;
    }

    public long rejected() {
        return rejected;
    }

    /** The first twenty rejected rows. */
    public List<Rejected> firstRejected() {
        return List.copyOf(firstRejected);
    }

    /**
     * The number of rows for each region code that is not in the region table, so that its first four digits decided.
     */
    public Map<String, Long> unknownRegions() {
        return rows(applied.placedBy(CityOf.Way.PREFIX));
    }

    /** How many rows belong to a city by their first four digits. */
    public long byPrefix() {
        return sum(unknownRegions());
    }

    /** The number of rows for each region code that has ended, so that they belong to its successor's city. */
    public Map<String, Long> endedRegions() {
        return rows(applied.placedBy(CityOf.Way.SUCCESSOR));
    }

    /**
     * How many rows belong to no city: they flow back to nobody. {@link Applied#withoutCity} gives the reason for each
     * code.
     */
    public long withoutCity() {
        return sum(rows(applied.withoutCity()));
    }

    /**
     * Notes for the operator about codes that have ended or belong to no city, line by line; empty if there are none.
     */
    public List<String> regionNotes() {
        List<String> notes = new ArrayList<>();
        if (!endedRegions().isEmpty()) {
            notes.add("%d rows have a region code that has ended; they go to its successor's city: %s"
                    .formatted(
                            sum(endedRegions()), String.join(" ", endedRegions().keySet())));
        }
        if (withoutCity() > 0) {
            notes.add("%d rows belong to no city and flow back to nobody:".formatted(withoutCity()));
        }
        applied.withoutCity()
                .forEach((code, placement) -> notes.add("  %s, %d rows: the code %s"
                        .formatted(
                                code,
                                placement.rows(),
                                placement.cityOf().way().whyNone().en())));
        return notes;
    }

    private static Map<String, Long> rows(Map<String, Placement> placements) {
        Map<String, Long> rows = new TreeMap<>();
        placements.forEach((code, placement) -> rows.put(code, placement.rows()));
        return rows;
    }

    private static long sum(Map<String, Long> rows) {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts a row and returns its number, from 0. */
    long read() {
        return rows++;
    }

    void reject(long line, Flaw flaw, long other) {
        rejected++;
        if (firstRejected.size() < NAMED) {
            firstRejected.add(new Rejected(line, flaw, flaw == Flaw.KEY_TWICE ? other : 0));
        }
    }

    void add(Applied more) {
        applied = applied.plus(more);
    }
}
