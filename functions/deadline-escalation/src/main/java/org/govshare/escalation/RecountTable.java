package org.govshare.escalation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.ClockColumns;
import org.govshare.casework.ClockColumns.Projection;
import org.govshare.casework.rung.ProcedureRefs;
import org.govshare.platform.sql.Cells;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.DueMoment;

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
        return Sql.on(connection, RecountSql.ANY_BEHIND)
                .bind("version", version)
                .one(row -> row.getBoolean(1));
    }

    /** Clocks that depend on no changed day only take the new version. */
    int passUntouched(int most) throws SQLException {
        return Sql.on(connection, RecountSql.PASS_UNTOUCHED)
                .bind("version", version)
                .bind("most", most)
                .update();
    }

    /** Locks cases before their clocks, as commands do, so that neither waits for the other in a circle. */
    List<UUID> lockTouched(int most) throws SQLException {
        return Sql.on(connection, RecountSql.LOCK_TOUCHED)
                .bind("version", version)
                .bind("most", most)
                .list(row -> row.getObject(1, UUID.class));
    }

    List<CountedClock> clocksOf(List<UUID> cases) throws SQLException {
        return Sql.on(connection, RecountSql.CLOCKS)
                .array("cases", "uuid", cases)
                .bind("version", version)
                .list(this::clock);
    }

    private CountedClock clock(ResultSet row) throws SQLException {
        ClockState state = new ClockState(
                row.getString("rule"),
                row.getInt("ordinal"),
                row.getString("duty"),
                row.getString("obligor"),
                Cells.instant(row, "started_at"),
                Optional.ofNullable(row.getObject("set_date", LocalDate.class)),
                row.getInt("extension"),
                Optional.empty(),
                Cells.maybeInstant(row, "ended_at"),
                Optional.ofNullable(row.getString("ended")).map(ClockEnd::valueOf));
        return new CountedClock(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                laws.of(row),
                state,
                Cells.instant(row, "due_at"),
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
    void write(Recounted recounted, Instant lawNow) throws SQLException {
        writeClocks(recounted.rows());
        if (recounted.moved().isEmpty()) {
            return;
        }
        writeJournal(recounted.moved().stream().filter(Recounted.Row::dueMoved).toList(), lawNow);
        writeRungs(recounted.rungs(), lawNow);
    }

    private void writeClocks(List<Recounted.Row> rows) throws SQLException {
        ClockColumns.bind(Sql.on(connection, RecountSql.WRITE_CLOCKS), rows, this::projection)
                .column("id", rows, Recounted.Row::clockId)
                .update();
    }

    private Projection projection(Recounted.Row row) {
        DueMoment due = row.due();
        return new Projection(due.due(), due.lastDay(), due.provisional(), row.projection(), row.countedTo(), version);
    }

    private void writeJournal(List<Recounted.Row> rows, Instant lawNow) throws SQLException {
        Sql.on(connection, RecountSql.WRITE_JOURNAL)
                .bind("version", version)
                .bind("law_now", lawNow)
                .column("clock_id", rows, Recounted.Row::clockId)
                .column("projection", rows, Recounted.Row::projection)
                .column("case_id", rows, Recounted.Row::caseId)
                .column("from_due", rows, Recounted.Row::oldDue)
                .column("to_due", rows, row -> row.due().due())
                .update();
    }

    private void writeRungs(List<Recounted.Rung> rungs, Instant lawNow) throws SQLException {
        Sql.on(connection, RecountSql.WRITE_RUNGS)
                .bind("law_now", lawNow)
                .column("clock_id", rungs, Recounted.Rung::clockId)
                .column("rung", rungs, Recounted.Rung::name)
                .column("projection", rungs, Recounted.Rung::projection)
                .column("at", rungs, Recounted.Rung::at)
                .update();
    }
}
