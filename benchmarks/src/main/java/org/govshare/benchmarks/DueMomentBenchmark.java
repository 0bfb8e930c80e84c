package org.govshare.benchmarks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.pack.EffectiveClock;
import org.govshare.regulation.pack.Law;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole way from the moment a clock starts to the moment it is due, as every case takes it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DueMomentBenchmark {
    private static final int STARTS = 1024;
    private static final int YEARS = 18;

    @Param({"3", "250"})
    public int workingDays;

    private final Clocks clocks = new Clocks();
    private final WorkingCalendar calendar = WorkingCalendar.builtIn();
    private final Instant[] starts = new Instant[STARTS];
    private EffectiveClock clock;
    private int extension;
    private int next;

    /** Starts at any second of the years that have notices, in an order that no branch predictor learns. */
    @Setup
    public void prepare() {
        clock = Law.builtIn().alone("hebei-2022", "share-request-conditional").clock("review");
        extension = workingDays - clock.period();
        Random random = new Random(1);
        Instant first = calendar.startOf(LocalDate.of(2008, 1, 1));
        for (int i = 0; i < STARTS; i++) {
            starts[i] = first.plusSeconds((long) (random.nextDouble() * YEARS * TimeUnit.DAYS.toSeconds(365)));
        }
    }

    @Benchmark
    public DueMoment dueMoment() {
        next = (next + 1) & (STARTS - 1);
        return clocks.due(clock, starts[next], extension, calendar);
    }
}
