package org.govshare.benchmarks;

import static org.govshare.benchmarks.DurableServer.count;
import static org.govshare.benchmarks.DurableServer.execute;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * What a holiday notice costs: the packaged deadline-escalation counts every clock again, driven by its own ticks, compared with
 * one UPDATE of the same columns of the same rows by the same PostgreSQL.
 */
final class Recount {
    static final String NAME = "recount";
    private static final String DATABASE = "govshare";
    private static final Duration STRIDE = Duration.ofSeconds(30);

    private final int clocks;
    private final Path function;

    /** Of a packaged function, by its build folder. */
    Recount(int clocks, Path function) {
        this.clocks = clocks;
        this.function = function;
    }

    Outcome measure() throws Exception {
        DurableServer server = DurableServer.start(NAME);
        server.create(DATABASE);
        try (Connection connection = DriverManager.getConnection(server.ownerUrl(DATABASE))) {
            say("making " + clocks + " clocks, half of them fulfilled");
            new RecountRows(connection).fill(clocks);
            server.settle(DATABASE);
            double recount;
            long peak;
            try (EscalationServer escalation = EscalationServer.start(function, server.appUrl(DATABASE))) {
                say("counting them again");
                recount = seconds(() -> {
                    RecountRows.loadNotice(connection);
                    await(connection, escalation);
                });
                peak = escalation.peakMemoryMebibytes();
            }
            long moved = count(connection, "select count(*) from due_journal");
            try (Connection superuser = server.superuser(DATABASE)) {
                execute(superuser, "vacuum full analyze case_clock");
                execute(superuser, "checkpoint");
            }
            double update = seconds(() -> execute(connection, RecountRows.UPDATE));
            return Outcome.withoutGoal(NAME, recount / update, compared(recount, update, moved, peak));
        }
    }

    private String compared(double recount, double update, long moved, long peak) {
        return String.format(
                Locale.ROOT,
                "%,d clocks, half of them fulfilled, counted again in %.1f s (%,.0f a second, %,d due moments moved, with"
                        + " journal and 3 rungs each; heap bounded to 256 MiB, process at most %d MiB) compared with one UPDATE"
                        + " of the clocks' rows alone in %.1f s; PostgreSQL durable",
                clocks,
                recount,
                clocks / recount,
                moved,
                peak,
                update);
    }

    /** Until every clock carries the new calendar. */
    private void await(Connection connection, EscalationServer escalation) throws Exception {
        long left = clocks;
        long moved = System.nanoTime();
        while (anyBehind(connection)) {
            Thread.sleep(100);
            if (System.nanoTime() - moved > STRIDE.toNanos()) {
                long before = left;
                left = count(connection, "select count(*) from case_clock where calendar = 0");
                say(left + " to go");
                if (left == before || !escalation.isAlive()) {
                    throw new IllegalStateException("the recount stands still: see " + escalation.log());
                }
                moved = System.nanoTime();
            }
        }
    }

    private static boolean anyBehind(Connection connection) throws SQLException {
        return count(connection, "select count(*) from (select 1 from case_clock where calendar = 0 limit 1) k") > 0;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String what) {
        System.out.println(NAME + ": " + what);
    }

    /** What is timed. */
    private interface Work {
        void run() throws Exception;
    }
}
