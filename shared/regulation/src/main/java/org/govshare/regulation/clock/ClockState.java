package org.govshare.regulation.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One statutory period that runs or ran; its due moment is computed from this, never stored as truth.
 *
 * @param rule name of the clock in the procedure
 * @param ordinal 1 for the first run of this rule in the case, 2 for the second, …
 * @param duty name of the duty; the rule's name, unless two texts have a clock for the duty
 * @param obligor credit code of the agency that owes the duty
 * @param setDate the last day, where an act has set it
 * @param extension consented so far, in the rule's unit
 * @param reasons that the obligor has stated for being late, in the order in which it did: the last one counts
 * @param actedUnder ids of the packs under which organs have acted about its breach
 */
public record ClockState(
        String rule,
        int ordinal,
        String duty,
        String obligor,
        Instant startedAt,
        Optional<LocalDate> setDate,
        int extension,
        Optional<ExtensionAsked> asked,
        Optional<Instant> endedAt,
        Optional<ClockEnd> end,
        List<StatedReason> reasons,
        Set<String> actedUnder) {
    public ClockState {
        reasons = List.copyOf(reasons);
        actedUnder = Set.copyOf(actedUnder);
    }

    /** A clock for which no reason has been stated and about which no organ has acted. */
    public ClockState(
            String rule,
            int ordinal,
            String duty,
            String obligor,
            Instant startedAt,
            Optional<LocalDate> setDate,
            int extension,
            Optional<ExtensionAsked> asked,
            Optional<Instant> endedAt,
            Optional<ClockEnd> end) {
        this(rule, ordinal, duty, obligor, startedAt, setDate, extension, asked, endedAt, end, List.of(), Set.of());
    }

    /** A clock that has just started, for the first time in its case. */
    public static ClockState started(String rule, String obligor, Instant at) {
        return started(rule, 1, obligor, at, Optional.empty());
    }

    /** A clock that has just started, for the nth time in its case, where an act has set it a date until then. */
    public static ClockState started(
            String rule, int ordinal, String obligor, Instant at, Optional<LocalDate> setDate) {
        return started(rule, rule, ordinal, obligor, at, setDate);
    }

    /** The same, of a clock whose name is not that of its duty. */
    public static ClockState started(
            String rule, String duty, int ordinal, String obligor, Instant at, Optional<LocalDate> setDate) {
        return new ClockState(
                rule, ordinal, duty, obligor, at, setDate, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean running() {
        return endedAt.isEmpty();
    }

    /** This clock, stopped; a request for more time falls away. */
    public ClockState ended(Instant at, ClockEnd how) {
        return new ClockState(
                rule,
                ordinal,
                duty,
                obligor,
                startedAt,
                setDate,
                extension,
                Optional.empty(),
                Optional.of(at),
                Optional.of(how),
                reasons,
                actedUnder);
    }

    /** This clock, owed by the agency that holds the obligor's office now. */
    public ClockState owedBy(String holder) {
        return new ClockState(
                rule, ordinal, duty, holder, startedAt, setDate, extension, asked, endedAt, end, reasons, actedUnder);
    }

    /** This clock with more time asked for, or with the request answered. */
    public ClockState with(int newExtension, Optional<ExtensionAsked> newAsked) {
        return with(newExtension, newAsked, reasons, actedUnder);
    }

    /** This clock with one more reason, which counts from now on. */
    public ClockState explained(StatedReason reason) {
        var more = new ArrayList<>(reasons);
        more.add(reason);
        return with(extension, asked, more, actedUnder);
    }

    /** This clock, about whose breach organs have acted under these packs. */
    public ClockState actedUnder(Set<String> packs) {
        return with(extension, asked, reasons, packs);
    }

    private ClockState with(
            int newExtension, Optional<ExtensionAsked> newAsked, List<StatedReason> stated, Set<String> acted) {
        return new ClockState(
                rule, ordinal, duty, obligor, startedAt, setDate, newExtension, newAsked, endedAt, end, stated, acted);
    }
}
