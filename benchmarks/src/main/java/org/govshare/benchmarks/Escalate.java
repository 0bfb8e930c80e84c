package org.govshare.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What falls due at once: the packaged deadline-escalation fires the overdue rungs among many open clocks, tick by tick, beside
 * db-scheduler writing the same rows to the same PostgreSQL, one task for each rung.
 */
final class Escalate {
    static final String NAME = "escalate";
    private static final double GOAL = 4;
    private static final int STREAMS = 2;
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

    Outcome measure(DurableServer server) throws Exception {
        server.copy(Clocked.ALL, "escalate_ours");
        server.copy(Clocked.ALL, "escalate_peer");
        double ours = ours(server);
        double peer = peer(server);
        long same = written(server, "escalate_ours");
        if (same != written(server, "escalate_peer")) {
            throw new IllegalStateException("the two halves did not write the same rows");
        }
        server.drop("escalate_ours");
        server.drop("escalate_peer");
        int rungs = clocks / OpenClocks.OVERDUE;
        return Outcome.atLeast(
                NAME,
                peer / ours,
                GOAL,
                String.format(
                        Locale.ROOT,
                        "%,d rungs due among %,d open clocks, each with a trail entry, 2 notices and 3 outbox rows: %,.0f a"
                                + " second in %.1f s by ticks, %d at a time, beside %,.0f a second in %.1f s by db-scheduler;"
                                + " PostgreSQL durable",
                        rungs,
                        clocks,
                        rungs / ours,
                        ours,
                        STREAMS,
                        rungs / peer,
                        peer));
    }

    private double ours(DurableServer server) throws Exception {
        server.settle("escalate_ours");
        System.out.println(NAME + ": firing by ticks");
        try (Connection looking = server.superuser("escalate_ours");
                EscalationServer escalation = EscalationServer.startQuiet(function, server.appUrl("escalate_ours"))) {
            ExecutorService streams = Executors.newFixedThreadPool(STREAMS);
            try {
                long start = System.nanoTime();
                Callable<Void> stream = () -> {
                    while (DurableServer.count(looking, anyWaiting()) > 0) {
                        escalation.tick();
                    }
                    return null;
                };
                List<Callable<Void>> all = new ArrayList<>();
                for (int i = 0; i < STREAMS; i++) {
                    all.add(stream);
                }
                for (Future<Void> done : streams.invokeAll(all)) {
                    done.get();
                }
                return (System.nanoTime() - start) / 1e9;
            } finally {
                streams.shutdown();
            }
        }
    }

    private static double peer(DurableServer server) throws Exception {
        try (Connection looking = server.superuser("escalate_peer")) {
            PeerScheduler.prepare(looking);
            server.settle("escalate_peer");
            System.out.println(NAME + ": firing by db-scheduler");
            return new PeerScheduler(server.appUrl("escalate_peer")).run(looking);
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
