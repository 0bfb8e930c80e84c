package org.govshare.escalation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.rung.ProcedureRefs;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.clock.ClockState;

/** Reads clocks that are behind the calendar and writes them back, in sets. */
final class RecountTable {
    private final Connection connection;
    private final int version;
    private final ProcedureRefs laws = new ProcedureRefs();

    RecountTable(Connection connection, int version) {
        this.connection = connection;
        this.version = version;
    }

    boolean anyBehind() throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RecountSql.ANY_BEHIND)) {
            query.setInt(1, version);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Clocks that depend on no changed day only take the new version. */
    int passUntouched(int most) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RecountSql.PASS_UNTOUCHED)) {
            update.setInt(1, version);
            update.setInt(2, version);
            update.setInt(3, most);
            return update.executeUpdate();
        }
    }

    /** Locks cases before their clocks, as commands do, so that neither waits for the other in a circle. */
    List<UUID> lockTouched(int most) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RecountSql.LOCK_TOUCHED)) {
            query.setInt(1, version);
            query.setInt(2, most);
            List<UUID> ids = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    List<CountedClock> clocksOf(List<UUID> cases) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(RecountSql.CLOCKS)) {
            query.setArray(1, connection.createArrayOf("uuid", cases.toArray()));
            query.setInt(2, version);
            List<CountedClock> clocks = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    clocks.add(clock(row));
                }
            }
            return clocks;
        }
    }

    private CountedClock clock(ResultSet row) throws SQLException {
        ClockState state = new ClockState(
                row.getString("rule"),
                row.getInt("ordinal"),
                row.getString("duty"),
                row.getString("obligor"),
                instant(row, "started_at"),
                Optional.ofNullable(row.getObject("set_date", LocalDate.class)),
                row.getInt("extension"),
                Optional.empty(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("ended")).map(ClockEnd::valueOf));
        return new CountedClock(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                laws.of(row),
                state,
                instant(row, "due_at"),
                row.getBoolean("provisional"),
                row.getInt("projection"),
                rungs(row));
    }

    private static Map<String, Instant> rungs(ResultSet row) throws SQLException {
        Map<String, Instant> rungs = new HashMap<>();
        String[] names = (String[]) row.getArray("rung_names").getArray();
        Long[] micros = (Long[]) row.getArray("rung_micros").getArray();
        for (int i = 0; i < names.length; i++) {
            rungs.put(names[i], Instant.EPOCH.plus(micros[i], java.time.temporal.ChronoUnit.MICROS));
        }
        return rungs;
    }

    /** Writes clocks, journal and new rungs of a slice; the old ones are to be retired. */
    void write(Recounted recounted, Instant now) throws SQLException {
        writeClocks(recounted.rows());
        if (recounted.moved().isEmpty()) {
            return;
        }
        writeJournal(recounted.moved().stream().filter(Recounted.Row::dueMoved).toList(), now);
        writeRungs(recounted.rungs(), now);
    }

    private void writeClocks(List<Recounted.Row> rows) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RecountSql.WRITE_CLOCKS)) {
            update.setInt(1, version);
            update.setArray(2, ids(rows));
            update.setArray(3, times(rows.stream().map(row -> row.due().due()).toList()));
            update.setArray(
                    4,
                    array(
                            "date",
                            rows.stream()
                                    .map(row -> row.due().lastDay().toString())
                                    .toArray()));
            update.setArray(
                    5,
                    array(
                            "boolean",
                            rows.stream().map(row -> row.due().provisional()).toArray()));
            update.setArray(
                    6,
                    array(
                            "integer",
                            rows.stream().map(Recounted.Row::projection).toArray()));
            update.setArray(
                    7,
                    array(
                            "date",
                            rows.stream().map(row -> row.countedTo().toString()).toArray()));
            update.executeUpdate();
        }
    }

    private void writeJournal(List<Recounted.Row> rows, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RecountSql.WRITE_JOURNAL)) {
            insert.setInt(1, version);
            insert.setObject(2, now.atOffset(ZoneOffset.UTC));
            insert.setArray(3, ids(rows));
            insert.setArray(
                    4,
                    array(
                            "integer",
                            rows.stream().map(Recounted.Row::projection).toArray()));
            insert.setArray(
                    5, array("uuid", rows.stream().map(Recounted.Row::caseId).toArray()));
            insert.setArray(6, times(rows.stream().map(Recounted.Row::oldDue).toList()));
            insert.setArray(7, times(rows.stream().map(row -> row.due().due()).toList()));
            insert.executeUpdate();
        }
    }

    private void writeRungs(List<Recounted.Rung> rungs, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RecountSql.WRITE_RUNGS)) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setArray(
                    2, array("uuid", rungs.stream().map(Recounted.Rung::clockId).toArray()));
            insert.setArray(
                    3, array("text", rungs.stream().map(Recounted.Rung::name).toArray()));
            insert.setArray(
                    4,
                    array(
                            "integer",
                            rungs.stream().map(Recounted.Rung::projection).toArray()));
            insert.setArray(5, times(rungs.stream().map(Recounted.Rung::at).toList()));
            insert.executeUpdate();
        }
    }

    private Array ids(List<Recounted.Row> rows) throws SQLException {
        return array("uuid", rows.stream().map(Recounted.Row::clockId).toArray());
    }

    private Array times(List<Instant> moments) throws SQLException {
        return array("timestamptz", moments.stream().map(Instant::toString).toArray());
    }

    private Array array(String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
