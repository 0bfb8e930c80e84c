package org.govshare.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Locale;

/** A tick that finds nothing due: what it costs with many open clocks compared with few, over HTTP and in PostgreSQL alone. */
final class Tick {
    static final String NAME = "tick";
    private static final double GOAL = 2;
    private static final int WARM_UP = 200;
    private static final int TICKS = 500;
    private static final int LOOKED_AT = 50;
    private static final String CLAIM = "for update of c skip locked";
    private static final String SETTLED =
            "update clock_rung set fired_at = due_at where fired_at is null and due_at <= '" + OpenClocks.now() + "'";

    private final int clocks;
    private final Path function;

    Tick(int clocks, Path function) {
        this.clocks = clocks;
        this.function = function;
    }

    /**
     * One size.
     *
     * @param millis of a tick, from request to answer; the median
     * @param search how PostgreSQL looked for what is due, at its median duration
     */
    private record Cost(double millis, PlanLog.Ran search) {}

    Outcome measure(DurableServer server) throws Exception {
        Cost few = cost(server, Clocked.FEW);
        Cost all = cost(server, Clocked.ALL);
        System.out.println(NAME + ": how what is due is looked for among " + clocks + " open clocks\n"
                + all.search().plan());
        double ratio = all.millis() / few.millis();
        return Outcome.atMost(
                NAME,
                ratio,
                GOAL,
                String.format(
                        Locale.ROOT,
                        "a tick with nothing due among %,d open clocks takes %.2f ms, among %,d %.2f ms, over HTTP, medians of"
                                + " %d; in PostgreSQL the search alone %.3f and %.3f ms; its plan is printed above",
                        clocks,
                        all.millis(),
                        Clocked.FEW_CLOCKS,
                        few.millis(),
                        TICKS,
                        all.search().millis(),
                        few.search().millis()));
    }

    private Cost cost(DurableServer server, String rows) throws Exception {
        server.copy(rows, "tick");
        try (Connection superuser = server.superuser("tick")) {
            DurableServer.execute(superuser, SETTLED);
            server.settle("tick");
            System.out.println(NAME + ": ticking at " + rows);
            PlanLog plans = new PlanLog(server, "tick");
            plans.prepare();
            try (EscalationServer escalation = EscalationServer.startQuiet(function, server.appUrl("tick"))) {
                timed(escalation, WARM_UP);
                double millis = timed(escalation, TICKS);
                return new Cost(millis, plans.during(CLAIM, () -> timed(escalation, LOOKED_AT)));
            }
        } finally {
            server.drop("tick");
        }
    }

    private static double timed(EscalationServer escalation, int ticks) throws Exception {
        double[] millis = new double[ticks];
        for (int i = 0; i < ticks; i++) {
            long start = System.nanoTime();
            escalation.tick();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[ticks / 2];
    }
}
