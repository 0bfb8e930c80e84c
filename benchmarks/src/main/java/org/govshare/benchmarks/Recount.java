package org.govshare.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import org.govshare.database.DatabaseBootstrap;
import org.govshare.database.EmbeddedDatabase;
import org.govshare.database.EmbeddedDatabase.Durability;
import org.govshare.database.Folders;
import org.govshare.database.Migrations;
import org.govshare.registry.load.RegistryLoad;

/**
 * What a holiday notice costs: the packaged deadline-escalation counts every clock again, driven by its own ticks, beside
 * one UPDATE of the same columns of the same rows by the same PostgreSQL.
 */
final class Recount {
    static final String NAME = "recount";
    private static final String DATABASE = "govshare";
    private static final String PASSWORD = "benchmark";
    private static final Duration STRIDE = Duration.ofSeconds(30);

    private final int clocks;
    private final Path function;

    /** Of a packaged function, by its build folder. */
    Recount(int clocks, Path function) {
        this.clocks = clocks;
        this.function = function;
    }

    /** The database lives until this JVM ends, however it ends. */
    Outcome measure() throws Exception {
        Path folder = Folders.ownerOnly(Files.createTempDirectory("govshare-recount"));
        EmbeddedDatabase server = EmbeddedDatabase.start(
                folder.resolve("data"), folder.resolve("programs"), Durability.DURABLE, PASSWORD);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            delete(folder);
        }));
        return measure(server);
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("benchmarks: " + folder + " is left over");
        }
    }

    private Outcome measure(EmbeddedDatabase server) throws Exception {
        String superuser = server.superuserUrl(DATABASE);
        String owner = server.url(DATABASE, DatabaseBootstrap.OWNER, PASSWORD);
        DatabaseBootstrap.prepare(server.superuserUrl("postgres"), superuser, DATABASE, PASSWORD, PASSWORD);
        Migrations.run(owner);
        try (Connection connection = DriverManager.getConnection(owner);
                Connection settled = DriverManager.getConnection(superuser)) {
            RegistryLoad.builtIn().into(connection);
            say("making " + clocks + " clocks, half of them fulfilled");
            new RecountRows(connection).fill(clocks);
            settle(settled, "vacuum analyze");
            String app = server.url(DATABASE, DatabaseBootstrap.APPLICATION, PASSWORD);
            double recount;
            long peak;
            try (EscalationServer escalation = EscalationServer.start(function, app)) {
                say("counting them again");
                recount = seconds(() -> {
                    RecountRows.loadNotice(connection);
                    await(connection, escalation);
                });
                peak = escalation.peakMemoryMebibytes();
            }
            long moved = count(connection, "select count(*) from due_journal");
            settle(settled, "vacuum full analyze govshare.case_clock");
            double update = seconds(() -> execute(connection, RecountRows.UPDATE));
            return Outcome.withoutGoal(NAME, recount / update, compared(recount, update, moved, peak));
        }
    }

    private String compared(double recount, double update, long moved, long peak) {
        return String.format(
                Locale.ROOT,
                "%,d clocks, half of them fulfilled, counted again in %.1f s (%,.0f a second, %,d due moments moved, with"
                        + " journal and 3 rungs each; heap bounded to 256 MiB, process at most %d MiB) beside one UPDATE"
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

    /** So that each half begins with tidy tables and nothing left to write. */
    private static void settle(Connection connection, String vacuum) throws SQLException {
        execute(connection, vacuum);
        execute(connection, "checkpoint");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
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
