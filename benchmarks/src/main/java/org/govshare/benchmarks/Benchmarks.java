package org.govshare.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs the benchmarks named, or all, and ends with what each brought; exit status 1 if one is short. */
public final class Benchmarks {
    private static final Set<String> NAMES = new LinkedHashSet<>(
            List.of(Due.NAME, Due.FLAT, Recount.NAME, Escalate.NAME, Tick.NAME, Heap.NAME, Intake.NAME));
    private static final int FULL = 1_000_000;
    private static final int QUICK = 50_000;

    private Benchmarks() {}

    /**
     * Takes {@code --quick} and names.
     *
     * @throws Exception whatever a benchmark fails with: a figure that was not measured is not reported
     */
    public static void main(String[] arguments) throws Exception {
        Set<String> names = new LinkedHashSet<>(List.of(arguments));
        boolean quick = names.remove("--quick");
        if (!NAMES.containsAll(names)) {
            System.err.println("benchmarks/run [--quick] [NAME...]; names: " + String.join(" ", NAMES));
            System.exit(2);
        }
        List<Outcome> outcomes = run(names.isEmpty() ? NAMES : names, quick);
        System.out.println();
        outcomes.forEach(System.out::println);
        System.exit(outcomes.stream().noneMatch(Outcome::isShort) ? 0 : 1);
    }

    private static List<Outcome> run(Set<String> names, boolean quick) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        if (names.contains(Due.NAME) || names.contains(Due.FLAT)) {
            Due.measure(quick).outcomes().stream()
                    .filter(outcome -> names.contains(outcome.name()))
                    .forEach(outcome -> outcomes.add(outcome.said()));
        }
        Path root = Path.of(System.getProperty("govshare.root", "."));
        int clocks = quick ? QUICK : FULL;
        if (names.contains(Recount.NAME)) {
            outcomes.add(new Recount(clocks, root.resolve("functions/deadline-escalation/target"))
                    .measure()
                    .said());
        }
        if (names.stream().anyMatch(Clocked.NAMES::contains)) {
            outcomes.addAll(Clocked.measure(names, clocks, root));
        }
        if (names.contains(Intake.NAME)) {
            outcomes.add(new Intake(quick, root.resolve("functions/request-intake/target")).measure());
        }
        return outcomes;
    }
}
