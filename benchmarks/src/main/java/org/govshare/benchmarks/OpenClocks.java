package org.govshare.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;

/**
 * Fills the product's tables as its commands would have: cases at Hebei's reply, each with one running clock, its ladder and
 * the entry of its opening. One clock in nine is overdue, its reminder sent and its overdue rung waiting to fire.
 */
final class OpenClocks {
    /** One clock of so many is overdue. */
    static final int OVERDUE = 9;

    /** The rungs that an escalation has to fire. */
    static final String WAITING =
            "select count(*) from clock_rung where fired_at is null and not moot and due_at <= '" + now() + "'";

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
    /** How many working days before today the clocks of each sample started: 5 days are given, 3 more until a proposal. */
    private static final int[] LATE = {6, 7, 8};

    private static final int[] IN_TIME = {0, 1, 2};

    private final Connection superuser;
    private final Clocks law = new Clocks();
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();
    private final EffectiveProcedure procedure = Law.builtIn().alone("hebei-2022", "share-request-conditional");

    OpenClocks(Connection superuser) {
        this.superuser = superuser;
    }

    /** The law's time in these databases when the rows are made. */
    static Instant now() {
        return Instant.parse("2026-06-10T02:00:00Z");
    }

    /** That many clocks; foreign keys are not looked up on the way in. */
    void fill(int clocks) throws SQLException, IOException {
        DurableServer.execute(superuser, "set session_replication_role = replica");
        DurableServer.execute(
                superuser,
                "create temp table sample (late boolean, day int, started_at timestamptz, due_at timestamptz, last_day date,"
                        + " provisional boolean, counted_to date);"
                        + " create temp table sample_rung (late boolean, day int, rung text, due_at timestamptz)");
        for (int day = 0; day < LATE.length; day++) {
            sample(true, day, LATE[day]);
            sample(false, day, IN_TIME[day]);
        }
        PackSource text = Law.builtInSources().stream()
                .filter(source -> source.id().equals(procedure.frame().id()))
                .findFirst()
                .orElseThrow();
        insert(
                "insert into pack_source values (?, ?, cast(? as jsonb), ?)",
                text.digest(),
                text.id(),
                text.toJson(),
                time(now()));
        DurableServer.execute(
                superuser,
                script().replace(":clocks", Integer.toString(clocks))
                        .replace(":overdue", Integer.toString(OVERDUE))
                        .replace(":days", Integer.toString(LATE.length))
                        .replace(":digest", text.digest())
                        .replace(":now", now().toString()));
    }

    private void sample(boolean late, int day, int workingDaysAgo) throws SQLException {
        LocalDate received = workingDaysAgo == 0 ? TODAY : calendar.workingDayBefore(TODAY, workingDaysAgo);
        ClockState clock =
                ClockState.started("reply", "", calendar.startOf(received).plusSeconds(9 * 3600));
        DueMoment due = law.due(procedure, clock, calendar);
        insert(
                "insert into sample values (?, ?, ?, ?, ?, ?, ?)",
                late,
                day,
                time(clock.startedAt()),
                time(due.due()),
                due.lastDay(),
                due.provisional(),
                law.dependsUpTo(procedure, clock, calendar));
        for (var rung : law.moments(procedure, clock, calendar).entrySet()) {
            insert("insert into sample_rung values (?, ?, ?, ?)", late, day, rung.getKey(), time(rung.getValue()));
        }
    }

    private void insert(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static String script() throws IOException {
        try (InputStream in = OpenClocks.class.getResourceAsStream("open-clocks.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
