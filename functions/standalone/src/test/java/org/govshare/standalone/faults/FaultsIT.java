package org.govshare.standalone.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.govshare.standalone.faults.Command.CommandBatch;
import org.govshare.standalone.faults.Command.Story;
import org.govshare.standalone.faults.FaultInjector.Kind;
import org.govshare.standalone.faults.FlakySink.Mood;
import org.govshare.standalone.faults.Invariants.History;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The packaged process on a durable PostgreSQL, killed, cut off and failed by its sink while clients work: nothing
 * acknowledged is lost, nothing is done twice. {@code -Dfaults.seed=N} repeats a run's commands and faults;
 * {@code -Dsoak.minutes=N} goes on with further runs, each with the next seed.
 */
class FaultsIT {
    /** All faults of a run come within it; the rest of a test's five minutes is for what is left to do and to check. */
    private static final Duration BOX = Duration.ofSeconds(150);

    private static final int AT_ONCE = 50;
    private static final int LOAD = 10;
    private static final int WARM = 100;
    private static final int APPLICATION_DEATHS = 20;
    private static final int DATABASE_DEATHS = 3;
    private static final int ACKNOWLEDGED = 300;

    private static final long SEED =
            Long.getLong("faults.seed", ThreadLocalRandom.current().nextInt(1, 1_000_000));
    private static final Journal JOURNAL = new Journal();
    private static Stack stack;
    private static FaultInjector faultInjector;

    @BeforeAll
    static void start() throws Exception {
        System.out.println("faults.seed=" + SEED);
        stack = Stack.start(SEED);
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertEquals("on", stack.server.show(setting));
        }
        faultInjector = new FaultInjector(stack);
        faultInjector.moveOn(Duration.ZERO);
        client().play(Stories.granted("setup"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void killedAndCutOff_everythingOnceAndNothingLost() throws Exception {
        run(SEED);
    }

    @Test
    @EnabledIfSystemProperty(named = "soak.minutes", matches = "[1-9][0-9]*")
    void killedAndCutOffForAsLongAsAsked_everythingOnceAndNothingLost() throws Exception {
        long end = System.nanoTime()
                + Duration.ofMinutes(Long.getLong("soak.minutes")).toNanos();
        for (long seed = SEED + 1; System.nanoTime() < end; seed++) {
            run(seed);
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void sameCommandFiftyTimesAtOnce_hasOneEffect() throws Exception {
        atOnce(Stories.opening("crowd"), OptionalInt.empty());
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void sameCommandFiftyTimesAtOnce_killedInBetween_hasOneEffect() throws Exception {
        for (int i = 0; i < 3; i++) {
            atOnce(Stories.opening("killed-crowd-" + i), OptionalInt.of(new Random(SEED + i).nextInt(200)));
        }
    }

    /** Nobody who was taken in goes without an answer; who was not taken in has left no trace. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void terminatedUnderLoad_answersAllThatItTookIn() throws Exception {
        App app = stack.apps.get(0);
        Client client = new Client(List.of(app.address()), JOURNAL);
        AtomicBoolean ending = new AtomicBoolean();
        AtomicBoolean ended = new AtomicBoolean();
        int before = JOURNAL.settled();
        ExecutorService clients = Executors.newFixedThreadPool(LOAD);
        List<Future<?>> sending = new ArrayList<>();
        for (Story story : Stories.of("terminated", SEED, 3_000)) {
            sending.add(clients.submit(() -> firstOf(story, client, ending, ended)));
        }
        while (JOURNAL.settled() < before + WARM) {
            Pause.millis(1);
        }
        ending.set(true);
        app.terminate();
        for (Future<?> one : sending) {
            one.get();
        }
        clients.shutdown();

        assertTrue(JOURNAL.settled() < before + sending.size(), "the load outlasted the process");
        assertEquals(List.of(), Invariants.unacknowledged(history(), "terminated-"));
        app.start();
        check();
    }

    /** Sends the story's first batch; once the end has come, only once, and the first without an answer is the last. */
    private static void firstOf(Story story, Client client, AtomicBoolean ending, AtomicBoolean ended) {
        CommandBatch batch = story.batches().get(0);
        if (ended.get()) {
            return;
        }
        JOURNAL.begin(new Story(List.of(batch)));
        while (!client.once(batch, Duration.ofSeconds(60))) {
            if (ending.get()) {
                ended.set(true);
                return;
            }
            Pause.millis(50);
        }
        JOURNAL.settle();
    }

    private static Client client() {
        return new Client(stack.addresses(), JOURNAL);
    }

    /** Kills every process after so many milliseconds, if any are given. */
    private static void atOnce(Command command, OptionalInt killAfter) throws Exception {
        CommandBatch batch = new CommandBatch(List.of(command), true);
        JOURNAL.begin(new Story(List.of(batch)));
        Client client = client();
        ExecutorService crowd = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> sending = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            sending.add(crowd.submit(() -> client.insist(batch)));
        }
        if (killAfter.isPresent()) {
            Pause.millis(killAfter.getAsInt());
            for (App app : stack.apps) {
                app.killAndStart();
            }
        }
        for (Future<?> one : sending) {
            one.get();
        }
        crowd.shutdown();

        assertEquals(AT_ONCE, JOURNAL.answersTo(command).size());
        check();
    }

    /** Heals, sends once more what was acknowledged and not yet repeated, and asks every rule. */
    private static void check() throws Exception {
        stack.heal();
        Client client = client();
        for (CommandBatch batch : JOURNAL.acknowledged()) {
            if (JOURNAL.answersTo(batch.first()).size() == 1) {
                client.insist(batch);
            }
        }
        assertEquals(List.of(), Invariants.breaches(history()));
        try (Connection owner = stack.server.connect()) {
            assertEquals(List.of(), Chains.breaks(Chains.read(owner)));
        }
        stack.audit("verify", "--state");
    }

    private static History history() throws Exception {
        try (Connection owner = stack.server.connect()) {
            return new History(JOURNAL, Ledger.read(owner), stack.sink.received(), stack.sink.accepted());
        }
    }

    private static void run(long seed) throws Exception {
        System.out.println("faults.seed=" + seed);
        Map<Mood, Integer> before = stack.sink.misbehaved();
        long begun = System.nanoTime();
        Run run = new Run(stack, JOURNAL, faultInjector);
        run.play(seed, BOX);
        check();
        System.out.println("faults.seed=" + seed + " sound after "
                + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s, "
                + JOURNAL.commands().size() + " commands so far; " + run.inflicted() + "; unanswered attempts "
                + JOURNAL.unanswered() + "; at the sink " + stack.sink.misbehaved());
        assertEquals(List.of(), missing(seed, run.inflicted(), before));
    }

    /** What a run must have gone through to prove anything, and has not. */
    private static List<String> missing(long seed, Map<Kind, Integer> inflicted, Map<Mood, Integer> before) {
        List<String> missing = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            int least = switch (kind) {
                case KILL_APPLICATION -> APPLICATION_DEATHS;
                case KILL_DATABASE -> DATABASE_DEATHS;
                default -> 1;
            };
            if (inflicted.getOrDefault(kind, 0) < least) {
                missing.add(kind + " only " + inflicted.getOrDefault(kind, 0) + " times");
            }
        }
        for (Mood mood : EnumSet.complementOf(EnumSet.of(Mood.WELL))) {
            if (stack.sink.misbehaved().getOrDefault(mood, 0) <= before.getOrDefault(mood, 0)) {
                missing.add("no event met a sink that " + mood);
            }
        }
        long acknowledged = JOURNAL.commands().stream()
                .filter(command -> command.id().startsWith("s" + seed + "-"))
                .filter(command -> !JOURNAL.answersTo(command).isEmpty())
                .count();
        if (acknowledged < ACKNOWLEDGED) {
            missing.add("only " + acknowledged + " commands acknowledged");
        }
        return missing;
    }
}
