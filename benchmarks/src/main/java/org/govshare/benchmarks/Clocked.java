package org.govshare.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The benchmarks that want many open clocks: one server, rows made once for each size and copied for each use. */
final class Clocked {
    static final Set<String> NAMES = Set.of(Escalate.NAME, Tick.NAME, Heap.NAME);
    /** Databases of all the clocks, and of few: enough that every pool and cache of the application is warm. */
    static final String ALL = "clocks_all";

    static final String FEW = "clocks_few";
    static final int FEW_CLOCKS = 10_000;

    private Clocked() {}

    /** Runs those named, at a size. */
    static List<Outcome> measure(Set<String> names, int clocks, Path root) throws Exception {
        DurableServer server = DurableServer.start("clocks");
        make(server, ALL, clocks);
        make(server, FEW, FEW_CLOCKS);
        Path escalation = root.resolve("functions/deadline-escalation/target");
        List<Outcome> outcomes = new ArrayList<>();
        if (names.contains(Escalate.NAME)) {
            outcomes.add(new Escalate(clocks, escalation).measure(server).said());
        }
        if (names.contains(Tick.NAME)) {
            outcomes.add(new Tick(clocks, escalation).measure(server).said());
        }
        if (names.contains(Heap.NAME)) {
            outcomes.add(new Heap(clocks, root.resolve("functions/standalone/target"))
                    .measure(server)
                    .said());
        }
        return outcomes;
    }

    private static void make(DurableServer server, String database, int clocks) throws Exception {
        System.out.println("clocks: making " + clocks + " open clocks");
        server.create(database);
        try (Connection superuser = server.superuser(database)) {
            new OpenClocks(superuser).fill(clocks);
        }
        server.settle(database);
    }
}
