package org.govshare.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.govshare.records.RecordChange.Flaw;

/** What a load has done so far; the same file again changes nothing and counts everything as unchanged. */
public final class LoadReport {

    private static final int NAMED = 20;

    private Applied applied = Applied.NOTHING;
    private long rows;
    private long rejected;
    private final List<Rejected> firstRejected = new ArrayList<>();
    private final Map<String, Long> unknownRegions = new TreeMap<>();

    /** A row that was left out. */
    public record Rejected(long line, Flaw flaw) {}

    /** Rows read, the rejected among them. */
    public long rows() {
        return rows;
    }

    public Applied applied() {
        return applied;
    }

    public long rejected() {
        return rejected;
    }

    /** The first twenty of them. */
    public List<Rejected> firstRejected() {
        return List.copyOf(firstRejected);
    }

    /** Rows for each region code that the region table lacks, and that went by their first four digits. */
    public Map<String, Long> unknownRegions() {
        return Map.copyOf(unknownRegions);
    }

    /** How many rows went by their first four digits. */
    public long byPrefix() {
        return unknownRegions.values().stream().mapToLong(Long::longValue).sum();
    }

    void read() {
        rows++;
    }

    void reject(long line, Flaw flaw) {
        rejected++;
        if (firstRejected.size() < NAMED) {
            firstRejected.add(new Rejected(line, flaw));
        }
    }

    void unknownRegion(String code, long count) {
        unknownRegions.merge(code, count, Long::sum);
    }

    void add(Applied more) {
        applied = applied.plus(more);
    }
}
