package org.govshare.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.govshare.database.DatabaseBootstrap;
import org.govshare.database.EmbeddedDatabase;
import org.govshare.database.EmbeddedDatabase.Durability;
import org.govshare.database.Folders;
import org.govshare.database.Migrations;
import org.govshare.registry.load.RegistryLoad;

/**
 * Requests submitted over HTTP with a token, by the packaged request-intake, compared with pgbench with what PostgreSQL executed
 * for one of them: the same server with durable settings, the same number of clients, in turns.
 */
final class Intake {
    static final String NAME = "intake";
    private static final double GOAL = 0.3;
    private static final String DATABASE = "govshare";
    private static final String PASSWORD = "benchmark";
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int SAMPLE = 200;

    private final Path function;
    private final int seconds;
    private final int warmUp;
    private final List<Double> intakes = new ArrayList<>();
    private final List<Double> benches = new ArrayList<>();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> slowest = new ArrayList<>();

    /** Of a packaged function, by its build folder. */
    Intake(boolean quick, Path function) {
        this.function = function;
        this.seconds = quick ? 5 : 15;
        this.warmUp = quick ? 10 : 120;
    }

    Outcome measure() throws Exception {
        Optional<Pgbench> pgbench = Pgbench.find();
        if (pgbench.isEmpty()) {
            return Outcome.skipped(NAME, GOAL, "pgbench is not installed here");
        }
        Path folder = Folders.ownerOnly(Files.createTempDirectory("govshare-intake"));
        try (EmbeddedDatabase server = start(folder)) {
            prepare(server);
            return measure(server, folder, pgbench.get());
        } finally {
            Folders.delete(folder);
        }
    }

    /** With its log readable by program and its statements counted, both of which want a restart. */
    private static EmbeddedDatabase start(Path folder) throws SQLException {
        Path data = folder.resolve("data");
        Path programs = folder.resolve("programs");
        try (EmbeddedDatabase first = EmbeddedDatabase.start(data, programs, Durability.DURABLE, PASSWORD);
                Connection superuser = DriverManager.getConnection(first.superuserUrl("postgres"))) {
            execute(superuser, "alter system set shared_preload_libraries = 'pg_stat_statements'");
            execute(superuser, "alter system set logging_collector = on");
            execute(superuser, "alter system set log_destination = 'jsonlog'");
        }
        return EmbeddedDatabase.start(data, programs, Durability.DURABLE, PASSWORD);
    }

    private static void prepare(EmbeddedDatabase server) throws Exception {
        String owner = server.url(DATABASE, DatabaseBootstrap.OWNER, PASSWORD);
        DatabaseBootstrap.prepare(
                server.superuserUrl("postgres"), server.superuserUrl(DATABASE), DATABASE, PASSWORD, PASSWORD);
        Migrations.run(owner);
        try (Connection connection = DriverManager.getConnection(owner)) {
            RegistryLoad.builtIn().into(connection);
        }
    }

    private Outcome measure(EmbeddedDatabase server, Path folder, Pgbench pgbench) throws Exception {
        IntakeTokens issuer = new IntakeTokens();
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            tokens.add(issuer.of("platform-" + i));
        }
        Path file = Files.write(folder.resolve("tokens"), tokens);
        int port = ServerProcess.freePort();
        String app = server.url(DATABASE, DatabaseBootstrap.APPLICATION, PASSWORD);
        try (Connection superuser = DriverManager.getConnection(server.superuserUrl(DATABASE));
                IntakeClients clients = IntakeClients.start(port, file);
                IntakeServer intake = IntakeServer.start(function, port, app, issuer.publicKey(), clients.sinkPort())) {
            say("warming up");
            clients.during(warmUp);
            CommandScript script = learn(superuser, clients, folder.resolve("data/log"));
            Path text = Files.writeString(folder.resolve("command.sql"), script.text(superuser));
            say("one command as PostgreSQL executed it, for pgbench:\n" + Files.readString(text));
            Pgbench.Target target =
                    new Pgbench.Target(server.port(), DATABASE, DatabaseBootstrap.APPLICATION, PASSWORD);
            for (int round = 0; round < ROUNDS; round++) {
                round(round, superuser, clients, () -> pgbench.run(target, text, script.variables(), CLIENTS, seconds));
            }
            if (!intake.isAlive()) {
                throw new IllegalStateException("request-intake ended too early: see its log");
            }
            return outcome(script);
        }
    }

    /** Counts what many commands execute, then has the server log one, and holds the one against the other. */
    private static CommandScript learn(Connection superuser, IntakeClients clients, Path log) throws Exception {
        execute(superuser, "create extension if not exists pg_stat_statements");
        execute(superuser, "select pg_stat_statements_reset()");
        clients.count(SAMPLE);
        Map<Long, Long> calls = calls(superuser);
        execute(superuser, "alter system set log_min_duration_statement = 0");
        execute(superuser, "select pg_reload_conf()");
        Optional<CommandScript> logged = Optional.empty();
        for (int i = 0; i < 10 || i < 60 && logged.isEmpty(); i++) {
            clients.count(1);
            Thread.sleep(500);
            logged = CommandScript.read(log);
        }
        execute(superuser, "alter system reset log_min_duration_statement");
        execute(superuser, "select pg_reload_conf()");
        CommandScript script = logged.orElseThrow(() -> new IllegalStateException("the server logs no command"));
        script.counted().forEach((query, times) -> {
            if (calls.getOrDefault(query, 0L) != times * SAMPLE) {
                throw new IllegalStateException("one command's statement was executed " + calls.get(query)
                        + " times for " + SAMPLE + " commands; expected " + times + " for each");
            }
        });
        return script;
    }

    private static Map<Long, Long> calls(Connection superuser) throws SQLException {
        Map<Long, Long> calls = new HashMap<>();
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select queryid, calls from pg_stat_statements"
                        + " where userid = '" + DatabaseBootstrap.APPLICATION + "'::regrole")) {
            while (row.next()) {
                calls.put(row.getLong(1), row.getLong(2));
            }
        }
        return calls;
    }

    private interface Bench {
        double run() throws Exception;
    }

    private void round(int number, Connection superuser, IntakeClients clients, Bench pgbench) throws Exception {
        boolean first = number % 2 == 0;
        double bench = first ? 0 : settled(superuser, pgbench);
        long before = accepted(superuser);
        settle(superuser);
        IntakeClients.Run run = clients.during(seconds);
        if (accepted(superuser) - before != run.accepted()) {
            throw new IllegalStateException("answered " + run.accepted() + ", found " + (accepted(superuser) - before));
        }
        bench = first ? settled(superuser, pgbench) : bench;
        intakes.add(run.aSecond());
        benches.add(bench);
        ratios.add(run.aSecond() / bench);
        slowest.add(run.p99());
        say(String.format(
                Locale.ROOT,
                "round %d: %.0f commands a second, p99 %.1f ms; pgbench %.0f transactions a second; ratio %.2f",
                number + 1,
                run.aSecond(),
                run.p99(),
                bench,
                run.aSecond() / bench));
    }

    private static double settled(Connection superuser, Bench pgbench) throws Exception {
        settle(superuser);
        return pgbench.run();
    }

    /** Leaves nothing of the turn before to be done in the next one. */
    private static void settle(Connection superuser) throws SQLException {
        execute(superuser, "delete from govshare.outbox");
        execute(superuser, "vacuum analyze");
        execute(superuser, "checkpoint");
    }

    /** Commands that were accepted and whose case is there. */
    private static long accepted(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from govshare.inbox i"
                        + " join govshare.case_file c on i.answer ->> 'id' = c.id::text where i.status = 201")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Outcome outcome(CommandScript script) {
        String compared = String.format(
                Locale.ROOT,
                "%.0f accepted commands a second over HTTP with RS256 tokens on %d connections, p99 %.1f ms, their"
                        + " notifications sent meanwhile; compared with %.0f transactions a second of pgbench (prepared, %d"
                        + " clients) with the %d statements of one command, fsync and synchronous_commit on; medians of"
                        + " %d. UUIDs are fresh in each of pgbench's transactions, all else is as it was; what sends"
                        + " the outbox is not in the script",
                median(intakes),
                CLIENTS,
                median(slowest),
                median(benches),
                CLIENTS,
                script.size(),
                ROUNDS);
        return Outcome.atLeast(NAME, median(ratios), GOAL, compared);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void say(String what) {
        System.out.println(NAME + ": " + what);
    }
}
