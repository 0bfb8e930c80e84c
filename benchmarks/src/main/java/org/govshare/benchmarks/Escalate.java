package org.govshare.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Collections;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What falls due at once: the packaged deadline-escalation fires the overdue rungs among many open clocks, tick by tick, compared with
 * db-scheduler writing the same rows to the same PostgreSQL, one task for each rung.
 */
final class Escalate {
    static final String NAME = "escalate";
    private static final double GOAL = 4;
    private static final int STREAMS = 2;

    /** One rung of so many is fired before the time is taken, on both sides. */
    private static final int WARM_UP = 10;

    private static final String WRITTEN = """
            select (select count(*) from clock_rung where fired_at = '%s' or fired_at > '%s')
                 + (select count(*) from audit_entry where seq > 1) * 10
                 + (select count(*) from notice) * 100 + (select count(*) from outbox where subject <> 'more') * 1000
            """.formatted(OpenClocks.now(), OpenClocks.now());

    private final int clocks;
    private final Path function;

    Escalate(int clocks, Path function) {
        this.clocks = clocks;
        this.function = function;
    }

    /** So many rungs, in so many seconds. */
    record Fired(long rungs, double seconds) {
        static Fired since(long start, long rungs) {
            return new Fired(rungs, (System.nanoTime() - start) / 1e9);
        }

        double aSecond() {
            return rungs / seconds;
        }
    }

    Outcome measure(DurableServer server) throws Exception {
        server.copy(Clocked.ALL, "escalate_ours");
        server.copy(Clocked.ALL, "escalate_peer");
        Fired ours = ours(server);
        Fired peer = peer(server);
        long same = written(server, "escalate_ours");
        if (same != written(server, "escalate_peer")) {
            throw new IllegalStateException("the two halves did not write the same rows");
        }
        server.drop("escalate_ours");
        server.drop("escalate_peer");
        return Outcome.atLeast(
                NAME,
                ours.aSecond() / peer.aSecond(),
                GOAL,
                String.format(
                        Locale.ROOT,
                        "rungs due among %,d open clocks, each with a trail entry, 2 notices and 3 outbox rows: %,d by ticks,"
                                + " %d at a time, in %.1f s, %,.0f a second, compared with %,d by db-scheduler in %.1f s, %,.0f a"
                                + " second; either has fired a tenth of them before; PostgreSQL durable",
                        clocks,
                        ours.rungs(),
                        STREAMS,
                        ours.seconds(),
                        ours.aSecond(),
                        peer.rungs(),
                        peer.seconds(),
                        peer.aSecond()));
    }

    private Fired ours(DurableServer server) throws Exception {
        server.settle("escalate_ours");
        System.out.println(NAME + ": firing by ticks");
        try (Connection looking = server.superuser("escalate_ours");
                EscalationServer escalation = EscalationServer.startQuiet(function, server.appUrl("escalate_ours"))) {
            ExecutorService streams = Executors.newFixedThreadPool(STREAMS);
            try {
                long all = DurableServer.count(looking, OpenClocks.WAITING);
                tick(streams, escalation, () -> DurableServer.count(looking, OpenClocks.WAITING) > all - all / WARM_UP);
                long rest = DurableServer.count(looking, OpenClocks.WAITING);
                long start = System.nanoTime();
                tick(streams, escalation, () -> DurableServer.count(looking, anyWaiting()) > 0);
                return Fired.since(start, rest);
            } finally {
                streams.shutdown();
            }
        }
    }

    private static void tick(ExecutorService streams, EscalationServer escalation, Callable<Boolean> more)
            throws Exception {
        Callable<Void> stream = () -> {
            while (more.call()) {
                escalation.tick();
            }
            return null;
        };
        for (Future<Void> done : streams.invokeAll(Collections.nCopies(STREAMS, stream))) {
            done.get();
        }
    }

    private static Fired peer(DurableServer server) throws Exception {
        try (Connection looking = server.superuser("escalate_peer")) {
            PeerScheduler.prepare(looking);
            server.settle("escalate_peer");
            System.out.println(NAME + ": firing by db-scheduler");
            return new PeerScheduler(server.appUrl("escalate_peer")).run(looking, WARM_UP);
        }
    }

    private static long written(DurableServer server, String database) throws Exception {
        try (Connection looking = server.superuser(database)) {
            return DurableServer.count(looking, WRITTEN);
        }
    }

    private static String anyWaiting() {
        return OpenClocks.WAITING.replace(
                        "select count(*) from clock_rung", "select count(*) from (select 1 from clock_rung")
                + " order by due_at limit 1) r";
    }
}
