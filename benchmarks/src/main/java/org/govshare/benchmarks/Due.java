package org.govshare.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How many due moments one core computes, for a short and a long period. */
final class Due {
    static final String NAME = "due";
    static final String FLAT = "due-flat";
    private static final double GOAL_A_SECOND = 10_000_000;
    private static final double LEVEL = 1.25;

    private final Map<Integer, Double> aSecond = new TreeMap<>();

    private Due() {}

    static Due measure(boolean quick) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(DueMomentBenchmark.class.getName())
                .threads(1)
                .forks(quick ? 1 : 3)
                .warmupIterations(quick ? 2 : 3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(quick ? 3 : 5)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgs("-Xmx256m", "-XX:+UseSerialGC")
                .build();
        Due due = new Due();
        for (RunResult result : new Runner(options).run()) {
            due.aSecond.put(
                    Integer.valueOf(result.getParams().getParam("workingDays")),
                    result.getPrimaryResult().getScore());
        }
        return due;
    }

    List<Outcome> outcomes() {
        double few = aSecond.get(3);
        double many = aSecond.get(250);
        double worse = Math.min(few, many);
        String measured = String.format(
                Locale.ROOT,
                "%.1f million due moments a second on one core (JMH, the slower of 3 and 250 days)",
                worse / 1e6);
        String compared = String.format(
                Locale.ROOT,
                "%.1f ns for 3 working days, %.1f ns for 250: the dearer by the cheaper",
                1e9 / few,
                1e9 / many);
        return List.of(
                Outcome.atLeast(NAME, worse / GOAL_A_SECOND, 1, measured + ", compared with 10 million"),
                Outcome.atMost(FLAT, Math.max(few, many) / worse, LEVEL, compared));
    }
}
