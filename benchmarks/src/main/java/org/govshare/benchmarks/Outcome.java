package org.govshare.benchmarks;

import java.util.Locale;

/**
 * What one benchmark brought.
 *
 * @param goal as it is printed, {@code none} where there is none
 * @param compared what was measured, and with what it was compared, in one line
 */
record Outcome(String name, double ratio, String goal, boolean ok, String compared) {
    private static final double NOT_MEASURED = Double.NaN;

    static Outcome atLeast(String name, double ratio, double goal, String compared) {
        return new Outcome(
                name, ratio, format(goal), ratio >= goal, compared + "; the ratio wants to be at least the goal");
    }

    static Outcome atMost(String name, double ratio, double goal, String compared) {
        return new Outcome(
                name, ratio, format(goal), ratio <= goal, compared + "; the ratio wants to be at most the goal");
    }

    static Outcome withoutGoal(String name, double ratio, String compared) {
        return new Outcome(name, ratio, "none", true, compared);
    }

    /** What it is compared with is not here: neither ok nor short. */
    static Outcome skipped(String name, double goal, String why) {
        return new Outcome(name, NOT_MEASURED, format(goal), false, why);
    }

    /** Said at once, so that a later benchmark that fails takes nothing with it. */
    Outcome said() {
        System.out.println(this);
        return this;
    }

    boolean isShort() {
        return !ok && !Double.isNaN(ratio);
    }

    @Override
    public String toString() {
        String how = ok ? "ok" : isShort() ? "short" : "skipped";
        String measured = Double.isNaN(ratio) ? "none" : format(ratio);
        return name + " ratio=" + measured + " goal=" + goal + " " + how + "\n  " + compared;
    }

    private static String format(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
