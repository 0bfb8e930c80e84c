package org.govshare.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.database.DatabaseBootstrap;

/** What PostgreSQL really ran: the plans that its auto_explain wrote of the application's statements. */
final class PlanLog {
    private static final Pattern DURATION = Pattern.compile("duration: ([0-9.]+) ms  plan:");

    private final DurableServer server;
    private final String database;

    PlanLog(DurableServer server, String database) {
        this.server = server;
        this.database = database;
    }

    /** One statement as it was run. */
    record Ran(double millis, String plan) {}

    /** Before the application connects; writes nothing yet. */
    void prepare() throws SQLException {
        try (Connection superuser = server.superuser(database)) {
            DurableServer.execute(
                    superuser,
                    "alter role " + DatabaseBootstrap.APPLICATION + " in database " + database
                            + " set session_preload_libraries = 'auto_explain'");
        }
    }

    /** Writes while the work is done, then gives the statement whose text has the words in it, at its median duration. */
    Ran during(String words, Work work) throws Exception {
        long before = Files.size(server.log());
        switchOn(true);
        work.run();
        switchOn(false);
        List<Ran> ran = read(before, words);
        if (ran.isEmpty()) {
            throw new IllegalStateException("PostgreSQL wrote no plan of a statement with " + words);
        }
        ran.sort((a, b) -> Double.compare(a.millis(), b.millis()));
        return ran.get(ran.size() / 2);
    }

    /** What is looked at. */
    interface Work {
        void run() throws Exception;
    }

    private void switchOn(boolean on) throws SQLException, InterruptedException {
        try (Connection superuser = server.superuser(database)) {
            for (String setting :
                    List.of("log_analyze = on", "log_buffers = on", "log_min_duration = " + (on ? 0 : -1))) {
                DurableServer.execute(superuser, "load 'auto_explain'");
                DurableServer.execute(superuser, "alter system set auto_explain." + setting);
            }
            DurableServer.execute(superuser, "select pg_reload_conf()");
        }
        // Sessions read the new settings when they next wait for a statement.
        Thread.sleep(500);
    }

    private List<Ran> read(long from, String words) throws IOException {
        byte[] all = Files.readAllBytes(server.log());
        String text =
                new String(Arrays.copyOfRange(all, (int) from, all.length), java.nio.charset.StandardCharsets.UTF_8);
        List<Ran> ran = new ArrayList<>();
        Matcher start = DURATION.matcher(text);
        while (start.find()) {
            int end = start.end();
            while (text.startsWith("\n\t", end)) {
                end = Math.max(text.indexOf('\n', end + 1), end + 1);
            }
            String plan = text.substring(start.end(), end);
            if (plan.contains(words)) {
                ran.add(new Ran(Double.parseDouble(start.group(1)), plan));
            }
        }
        return ran;
    }
}
