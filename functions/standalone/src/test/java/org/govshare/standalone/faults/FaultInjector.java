package org.govshare.standalone.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.govshare.standalone.faults.FlakySink.Mood;

/** The faults of one run, in an order and of a size that the seed gives, and the hand that inflicts them. */
final class FaultInjector {
    private static final Instant START = Instant.parse("2025-09-22T01:00:00Z");

    private final Stack stack;
    private Instant law = START;

    FaultInjector(Stack stack) {
        this.stack = stack;
    }

    /** What can go wrong, and how often it does in a run. */
    enum Kind {
        KILL_APPLICATION(21),
        KILL_DATABASE(4),
        END_BACKENDS(6),
        CUT_WIRE(4),
        LOSE_ANSWERS(5),
        SINK_FAILS(3),
        SINK_HANGS(2),
        SINK_IS_LATE(3),
        SINK_CLOSES(3),
        SINK_IS_WELL(3),
        LAW_MOVES_ON(8);

        final int times;

        Kind(int times) {
            this.times = times;
        }
    }

    /**
     * One fault.
     *
     * @param size of 0 to 99, what it means differs
     * @param atOnce whether it does not wait for the clients to get on after the fault before
     */
    record Fault(Kind kind, int size, boolean atOnce) {}

    static List<Fault> plan(long seed) {
        Random chance = new Random(seed);
        List<Fault> faults = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (int i = 0; i < kind.times; i++) {
                faults.add(new Fault(kind, chance.nextInt(100), chance.nextInt(8) == 0));
            }
        }
        Collections.shuffle(faults, chance);
        return faults;
    }

    void inflict(Fault fault) throws IOException, InterruptedException, SQLException {
        switch (fault.kind()) {
            case KILL_APPLICATION -> victim(fault.size()).killAndStart();
            case KILL_DATABASE -> {
                stack.server.kill();
                Pause.millis(fault.size() * 10L);
                stack.server.restart();
            }
            case END_BACKENDS -> stack.server.terminateBackends(fault.size());
            case CUT_WIRE -> stack.wire.cut();
            case LOSE_ANSWERS -> stack.wire.loseAnswers(50 + fault.size() * 5L);
            case SINK_FAILS -> stack.sink.mood(Mood.FAILS);
            case SINK_HANGS -> stack.sink.mood(Mood.HANGS);
            case SINK_IS_LATE -> stack.sink.mood(Mood.LATE);
            case SINK_CLOSES -> stack.sink.mood(Mood.CLOSES);
            case SINK_IS_WELL -> stack.sink.mood(Mood.WELL);
            case LAW_MOVES_ON -> moveOn(Duration.ofHours(12 + fault.size() / 2));
        }
    }

    /** The one that the fault names, or the next that serves: the starting are killed only when none serves. */
    private App victim(int size) throws InterruptedException {
        for (int i = 0; i < stack.apps.size(); i++) {
            App app = stack.apps.get((size + i) % stack.apps.size());
            if (app.isServing()) {
                return app;
            }
        }
        return stack.apps.get(size % stack.apps.size());
    }

    /** The law's time runs on from there; cases open in between run into their deadlines. */
    void moveOn(Duration by) {
        law = law.plus(by);
        stack.time.to(law);
    }
}
