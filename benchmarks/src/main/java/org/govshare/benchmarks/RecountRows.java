package org.govshare.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.govshare.regulation.calendar.HolidayNotice;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;

/**
 * Fills the product's tables as its commands would have: cases of the last days of 2026 at Hebei's reply, each with a
 * fulfilled clock and a running one, all depending on days that the next notice changes.
 */
final class RecountRows {
    /** What the recount writes to the clocks themselves. */
    static final String UPDATE = """
            update case_clock
               set calendar = calendar + 1, due_at = due_at + interval '1 day', last_day = last_day + 1,
                   provisional = not provisional, projection = projection + 1, counted_to = counted_to + 1
            """;

    /** Made up: no notice for 2027 was out when this was written. */
    private static final String NOTICE = """
            notice\t2027
            address\tmade-up-for-the-benchmark
            2026-12-31\toff\t元旦
            2027-01-01\toff\t元旦
            2027-01-02\toff\t元旦
            2027-01-03\toff\t元旦
            2027-01-04\toff\t元旦
            2027-01-09\twork\t元旦
            """;

    private static final int DAYS = 5;
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 24);
    private static final Instant NOW = Instant.parse("2026-12-31T02:00:00Z");

    private final Connection owner;
    private final Clocks law = new Clocks();
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();
    private final EffectiveProcedure procedure = Law.builtIn().alone("hebei-2022", "share-request-conditional");

    RecountRows(Connection owner) {
        this.owner = owner;
    }

    /** That many clocks, two to a case. */
    void fill(int clocks) throws SQLException, IOException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("create temp table sample (day int, rule text, started_at timestamptz, ended_at"
                    + " timestamptz, due_at timestamptz, last_day date, provisional boolean, counted_to date)");
            statement.execute("create temp table sample_rung (day int, rule text, rung text, due_at timestamptz)");
        }
        for (int day = 0; day < DAYS; day++) {
            LocalDate received = calendar.workingDayAfter(FIRST.minusDays(1), day + 1);
            Instant asked = calendar.startOf(received).plusSeconds(9 * 3600);
            Instant forwarded = asked.plusSeconds(3600);
            add(day, ClockState.started("review", "", asked).ended(forwarded, ClockEnd.FULFILLED));
            add(day, ClockState.started("reply", "", forwarded));
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
                time(NOW));
        String script = script().replace(":cases", Integer.toString(clocks / 2))
                .replace(":days", Integer.toString(DAYS))
                .replace(":digest", text.digest())
                .replace(":now", NOW.toString());
        try (Statement statement = owner.createStatement()) {
            statement.execute(script);
        }
    }

    private void add(int day, ClockState clock) throws SQLException {
        DueMoment due = law.due(procedure, clock, calendar);
        LocalDate to = law.dependsUpTo(procedure, clock, calendar);
        insert(
                "insert into sample values (?, ?, ?, ?, ?, ?, ?, ?)",
                day,
                clock.rule(),
                time(clock.startedAt()),
                clock.endedAt().map(RecountRows::time).orElse(null),
                time(due.due()),
                due.lastDay(),
                due.provisional(),
                to);
        for (var rung : law.moments(procedure, clock, calendar).entrySet()) {
            insert(
                    "insert into sample_rung values (?, ?, ?, ?)",
                    day,
                    clock.rule(),
                    rung.getKey(),
                    time(rung.getValue()));
        }
    }

    /** The row that LoadNotice writes; the next tick finds it. */
    static void loadNotice(Connection connection) throws SQLException {
        WorkingCalendar before = WorkingCalendar.builtIn();
        Optional<LocalDate> changed =
                before.with(HolidayNotice.read("notice", NOTICE)).firstDifference(before);
        insert(
                connection,
                "insert into holiday_notice (version, year, content, first_day, loaded_at) values (1, 2027, ?, ?, ?)",
                NOTICE,
                changed.orElseThrow(),
                time(NOW));
    }

    private void insert(String sql, Object... values) throws SQLException {
        insert(owner, sql, values);
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
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
        try (InputStream in = RecountRows.class.getResourceAsStream("recount.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
