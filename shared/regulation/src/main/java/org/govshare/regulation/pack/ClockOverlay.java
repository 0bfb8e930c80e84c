package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Covers;
import org.govshare.regulation.grammar.DutyRef;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.grammar.Moves;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.grammar.RungAct;

/**
 * Adds the clocks of a text to those of the frame. Of the same duty and obligor, started by the same moves, the two are one
 * clock with two limits; so they are where the frame's clock says that it answers the other. Any other clock comes in as
 * one of its own; one that these steps cannot start or end is not carried.
 */
final class ClockOverlay {
    private final Pack upper;
    private final Procedure theirs;
    private final PartyNames parties;
    private final boolean obligorOnly;
    final List<Addition> added = new ArrayList<>();
    final List<Addition> notCarried = new ArrayList<>();

    ClockOverlay(Taking upper, Procedure theirs, PartyNames parties) {
        this.upper = upper.pack();
        this.theirs = theirs;
        this.parties = parties;
        this.obligorOnly = upper.obligorOnly();
    }

    /**
     * @param ours clocks with their limits so far, which are added to
     * @param merged the frame's steps with what came in
     */
    void onto(Map<String, Stacked> ours, Procedure merged) {
        var moves = new Moves(merged);
        var here = List.copyOf(ours.values());
        theirs.limits().forEach((name, limit) -> {
            var rule = Optional.ofNullable(theirs.clocks().get(name));
            if (!obligorOnly
                    || rule.filter(clock -> clock.covers() == Covers.OBLIGOR).isPresent()) {
                add(name, limit, rule, here, ours, moves);
            }
        });
    }

    private void add(
            String duty,
            Limit limit,
            Optional<ClockRule> rule,
            List<Stacked> here,
            Map<String, Stacked> ours,
            Moves moves) {
        var stated = rule.map(this::translated);
        var one = obligorOnly
                ? List.<Stacked>of()
                : here.stream()
                        .filter(clock -> isOne(clock.rule(), duty, stated, moves))
                        .toList();
        one.forEach(clock -> clock.add(
                translated(limit), upper, proposals(stated, clock.rule()), stated.flatMap(ClockRule::reason)));
        if (!one.isEmpty()) {
            return;
        }
        if (stated.filter(clock -> canRun(clock, moves)).isPresent()) {
            var free = ours.containsKey(duty) ? duty + "." + upper.id() : duty;
            var clock = named(free, stated.get(), moves);
            ours.put(free, new Stacked(clock, translated(limit), upper));
            added.add(new Addition(limit.basis(), clock.title()));
        } else if (stated.filter(moves::openingDoes).isEmpty()) {
            notCarried.add(
                    new Addition(limit.basis(), rule.map(ClockRule::title).orElse(new Text(duty, duty))));
        }
    }

    /** The duties without a day, those of the frame first; of one name they are one duty. */
    Map<String, ClockRule> prompt(Procedure merged) {
        var moves = new Moves(merged);
        var duties = new LinkedHashMap<>(merged.prompt());
        theirs.prompt().values().stream()
                .filter(duty -> !obligorOnly && !duties.containsKey(duty.name()))
                .map(this::translated)
                .forEach(duty -> {
                    if (canRun(duty, moves)) {
                        duties.put(duty.name(), named(duty.name(), duty, moves));
                        added.add(new Addition(duty.basis(), duty.title()));
                    } else {
                        notCarried.add(new Addition(duty.basis(), duty.title()));
                    }
                });
        return duties;
    }

    private boolean isOne(ClockRule clock, String duty, Optional<ClockRule> stated, Moves moves) {
        if (clock.answers().contains(new DutyRef(upper.id(), duty))) {
            return true;
        }
        return clock.duty().equals(duty)
                && clock.until().isEmpty()
                && stated.map(other -> other.obligor().equals(clock.obligor()) && startsWith(clock, other, moves))
                        .orElse(true);
    }

    /** A start that these steps do not have is that of the duty here. */
    private static boolean startsWith(ClockRule ours, ClockRule other, Moves moves) {
        return !canRun(other, moves) || moves.startTogether(ours, other);
    }

    private static boolean canRun(ClockRule clock, Moves moves) {
        return moves.canStart(clock)
                && (clock.fulfilledBy().stream().anyMatch(moves::has)
                        || clock.fulfillingEffects().stream().anyMatch(moves::brings));
    }

    /** The clock with the names that its parties have here. */
    private ClockRule translated(ClockRule clock) {
        return new ClockRule(
                clock.name(),
                clock.duty(),
                clock.title(),
                parties.of(clock.obligor()),
                clock.period(),
                clock.until(),
                clock.extension().map(this::translated),
                clock.startStep(),
                clock.startAction(),
                clock.startParty().map(parties::of),
                clock.startDate(),
                clock.fulfilledBy(),
                clock.fulfillingEffects(),
                clock.covers(),
                clock.answers(),
                clock.ladder().stream().map(this::translated).toList(),
                clock.reason(),
                clock.basis());
    }

    private static ClockRule named(String name, ClockRule clock, Moves moves) {
        return new ClockRule(
                name,
                clock.duty(),
                clock.title(),
                clock.obligor(),
                clock.period(),
                clock.until(),
                clock.extension(),
                clock.startStep(),
                clock.startAction(),
                clock.startParty(),
                clock.startDate(),
                clock.fulfilledBy().stream().filter(moves::has).toList(),
                clock.fulfillingEffects(),
                clock.covers(),
                clock.answers(),
                clock.ladder(),
                clock.reason(),
                clock.basis());
    }

    private Limit translated(Limit limit) {
        return new Limit(limit.period(), limit.extension().map(this::translated), limit.basis());
    }

    private Extension translated(Extension extension) {
        return new Extension(
                extension.upTo(),
                extension.toTotal(),
                here(extension.consentedBy()),
                extension.role(),
                extension.tells().stream().map(this::here).toList(),
                extension.basis());
    }

    /** A text that only sets periods names the parties of the steps for which it sets them, and rungs name organs too. */
    private String here(String name) {
        return theirs.parties().containsKey(name) ? parties.of(name) : name;
    }

    private Rung translated(Rung rung) {
        var to = rung.to().stream().map(this::here).toList();
        return new Rung(rung.name(), rung.offset(), rung.act(), to, rung.proposedAct(), rung.basis());
    }

    /**
     * Organs' powers add up: what the other text's ladder proposes is proposed too, when the duty is late under that text;
     * once, where a clock here answers two of its duties whose ladders propose the same.
     */
    private List<Rung> proposals(Optional<ClockRule> stated, ClockRule ours) {
        return stated.stream()
                .flatMap(theirClock -> theirClock.ladder().stream()
                        .filter(rung -> rung.act() == RungAct.PROPOSE)
                        .map(rung -> named(rung, theirClock.name(), ours.ladder())))
                .filter(rung -> !ours.ladder().contains(rung))
                .toList();
    }

    /** The rung by its own name, or where another rung has that, with its text's, or with its text's and its duty's. */
    private Rung named(Rung rung, String duty, List<Rung> ladder) {
        var withText = rung.name() + "." + upper.id();
        return Stream.of(rung.name(), withText, withText + "." + duty)
                .map(rung::called)
                .filter(named -> ladder.stream()
                        .filter(other -> other.name().equals(named.name()))
                        .allMatch(named::equals))
                .findFirst()
                .orElseThrow();
    }
}
