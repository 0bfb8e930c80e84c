package org.govshare.upkeep.retention;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.commands.trail.TrailWriter;
import org.govshare.platform.retention.Payload;
import org.govshare.platform.sql.Sql;

/**
 * Erases payloads at the end of their periods, slice by slice. Each slice is a transaction with an entry in the trail,
 * in the chain of the case if there is a case. The trail itself is never erased: it has only keyed hashes. Several
 * processes may erase at once.
 */
public final class Erasure {
    static final int SLICE = 500;

    private final Periods periods;
    private final Pseudonyms pseudonyms;
    private final Clock wall;

    public Erasure(Periods periods, Pseudonyms pseudonyms, Clock wall) {
        this.periods = periods;
        this.pseudonyms = pseudonyms;
        this.wall = wall;
    }

    /**
     * @param connection must have no open transaction; has none afterwards
     * @param slices at most this many of each kind; the rest remains for the next run
     * @return how many rows of each kind were erased, by its name
     */
    public Map<String, Long> run(Connection connection, int slices) throws SQLException {
        Map<String, Long> erased = new TreeMap<>();
        connection.setAutoCommit(false);
        try {
            for (Payload payload : Payload.all()) {
                Optional<Duration> period = periods.of(payload);
                if (period.isPresent()) {
                    erased.put(payload.name(), erase(connection, payload, period.get(), slices));
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return erased;
    }

    private long erase(Connection connection, Payload payload, Duration period, int slices) throws SQLException {
        long erased = 0;
        for (int i = 0; i < slices; i++) {
            int rows = slice(connection, payload, period);
            connection.commit();
            erased += rows;
            if (rows < SLICE) {
                break;
            }
        }
        return erased;
    }

    private int slice(Connection connection, Payload payload, Duration period) throws SQLException {
        Instant wallNow = wall.instant().truncatedTo(ChronoUnit.MICROS);
        Instant before = wallNow.minus(period);
        List<Optional<UUID>> rows = Sql.on(connection, payload.statement())
                .bind("before", before)
                .bind("most", SLICE)
                .offer("wall_now", wallNow)
                .list(row -> Optional.ofNullable(row.getObject(1, UUID.class)));
        if (!rows.isEmpty()) {
            TrailWriter.enterAll(connection, pseudonyms, entries(payload, wallNow, before, rows));
        }
        return rows.size();
    }

    /** One entry for each case, in its own chain; one for the slice if there is no case. */
    private static List<TrailEntry> entries(
            Payload payload, Instant wallNow, Instant before, List<Optional<UUID>> rows) {
        String kind = payload.name();
        if (rows.get(0).isPresent()) {
            return rows.stream()
                    .map(id -> entry(id, wallNow, Map.of("kind", kind)))
                    .toList();
        }
        return List.of(entry(
                Optional.empty(),
                wallNow,
                Map.of("kind", kind, "before", before.toString(), "rows", Integer.toString(rows.size()))));
    }

    private static TrailEntry entry(Optional<UUID> caseId, Instant wallNow, Map<String, String> details) {
        return new TrailEntry(caseId, wallNow, TrailEntry.SYSTEM, "", "erased", details);
    }
}
