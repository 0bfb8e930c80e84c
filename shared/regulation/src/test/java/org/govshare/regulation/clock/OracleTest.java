package org.govshare.regulation.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import org.govshare.regulation.calendar.DayByDayOracle;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.grammar.Unit;
import org.govshare.regulation.pack.Law;
import org.junit.jupiter.api.Test;

/** Every clock of every pack, at 120,000 random moments, against counting day by day. */
class OracleTest {

    @Test
    void everyClock_isDueWhenTheOracleSays() {
        var oracle = new DayByDayOracle();
        var random = new Random(1);
        var clocks = Law.builtIn().packs().stream()
                .flatMap(pack -> pack.procedures().values().stream()
                        .filter(p -> p.opening().isPresent())
                        .map(p -> Law.builtIn().alone(pack.id(), p.name())))
                .flatMap(procedure -> procedure.clocks().values().stream())
                .filter(clock -> clock.rule().until().isEmpty())
                .toList();
        for (var i = 0; i < 120_000; i++) {
            var clock = clocks.get(random.nextInt(clocks.size()));
            var start = Instant.parse("2007-01-02T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(40_000_000)));
            var extension = random.nextInt(clock.total() - clock.period() + 1);
            var received = LocalDate.ofInstant(start, ZoneOffset.ofHours(8));
            var amount = clock.period() + extension;
            var expected = clock.rule().period().unit() == Unit.MONTHS
                    ? oracle.dueAfterMonths(received, amount)
                    : oracle.due(received, amount);
            var due = new Clocks().due(clock, start, extension, WorkingCalendar.builtIn());
            assertEquals(expected, due.lastDay(), () -> clock.name() + " from " + start);
            assertEquals(expected.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(8)), due.due());
            assertEquals(!expected.isBefore(LocalDate.of(2026, 12, 29)), due.provisional());
        }
    }
}
