package org.govshare.standalone.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.govshare.standalone.faults.Command.Story;
import org.govshare.standalone.faults.FaultInjector.Fault;
import org.govshare.standalone.faults.FaultInjector.Kind;

/** One run: clients at work, and faults that come as the work gets on, so that each of them hits something. */
final class Run {
    private static final int CLIENTS = 8;
    private static final int COMMANDS = 600;
    private static final int LONGEST_JITTER_MILLIS = 400;
    private static final int JUMP_DAYS = 8;

    private final Stack stack;
    private final Journal journal;
    private final FaultInjector faultInjector;
    private final Map<Kind, Integer> inflicted = new EnumMap<>(Kind.class);

    Run(Stack stack, Journal journal, FaultInjector faultInjector) {
        this.stack = stack;
        this.journal = journal;
        this.faultInjector = faultInjector;
    }

    /** How often each kind of fault has come by now. */
    Map<Kind, Integer> inflicted() {
        return inflicted;
    }

    /**
     * Plays all stories while the faults come, until both have ended.
     *
     * @param seed gives commands and faults; what threads make of them is theirs
     * @param box within which all faults come, however slow the work
     */
    void play(long seed, Duration box) throws Exception {
        List<Story> stories = Stories.of("s" + seed, seed, COMMANDS);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Client client = new Client(stack.addresses(), journal);
            int before = journal.settled();
            List<Future<?>> playing = stories.stream()
                    .<Future<?>>map(story -> clients.submit(() -> client.play(story)))
                    .collect(Collectors.toList());
            int batches =
                    stories.stream().mapToInt(story -> story.batches().size()).sum();
            inflictAll(seed, before, batches, box);
            finish(playing);
        } finally {
            clients.shutdownNow();
        }
    }

    /** Each fault when its share of the batches is settled, or its share of the box has passed. */
    private void inflictAll(long seed, int before, int batches, Duration box)
            throws IOException, InterruptedException, SQLException {
        List<Fault> faults = FaultInjector.plan(seed);
        Random jitter = new Random(seed);
        long begun = System.nanoTime();
        for (int i = 0; i < faults.size(); i++) {
            if (!faults.get(i).atOnce()) {
                await(before + batches * i / faults.size(), begun + box.toNanos() * (i + 1) / faults.size());
                Pause.millis(jitter.nextInt(LONGEST_JITTER_MILLIS));
            }
            if (i == faults.size() / 2) {
                faultInjector.moveOn(Duration.ofDays(JUMP_DAYS));
                stack.audit("root");
            }
            inflict(faults.get(i));
        }
    }

    private void inflict(Fault fault) throws IOException, InterruptedException, SQLException {
        faultInjector.inflict(fault);
        inflicted.merge(fault.kind(), 1, Integer::sum);
    }

    /** Waits for the work to have got so far; raises applications that died because its database was away. */
    private void await(int settled, long latest) throws IOException {
        while (journal.settled() < settled && System.nanoTime() < latest) {
            stack.raise();
            Pause.millis(10);
        }
    }

    private void finish(List<Future<?>> playing) throws InterruptedException, ExecutionException {
        stack.awaitReady();
        for (Future<?> one : playing) {
            one.get();
        }
    }
}
