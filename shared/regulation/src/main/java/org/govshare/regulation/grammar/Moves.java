package org.govshare.regulation.grammar;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The moves of a procedure, each an action at a step, by which clocks of different texts are found to start together. */
public final class Moves {
    /** An action that leads from a step, empty for the opening, to a step. */
    private record Move(String from, String action, String to) {}

    private final Procedure procedure;
    private final Set<Move> all = new HashSet<>();

    public Moves(Procedure procedure) {
        this.procedure = procedure;
        procedure.opening().ifPresent(action -> all.add(move("", action)));
        for (var step : procedure.steps().values()) {
            step.actions().values().forEach(action -> all.add(move(step.name(), action)));
        }
        for (var step : procedure.steps().values()) {
            if (!step.closed()) {
                procedure.everywhere().values().forEach(action -> all.add(move(step.name(), action)));
            }
        }
    }

    private static Move move(String from, Action action) {
        return new Move(from, action.name(), action.to());
    }

    /** Whether two clocks start by the same moves, and do start. */
    public boolean startTogether(ClockRule one, ClockRule other) {
        var starts = starts(one);
        return !starts.isEmpty() && starts.equals(starts(other));
    }

    public boolean canStart(ClockRule rule) {
        return !starts(rule).isEmpty();
    }

    /** Whether all that an action ever does to a clock is to start it. */
    public boolean onlyStarts(String action, ClockRule rule) {
        var starts = starts(rule);
        return has(action)
                && all.stream().filter(move -> move.action().equals(action)).allMatch(starts::contains);
    }

    private Set<Move> starts(ClockRule rule) {
        return rule.startParty()
                .map(this::receipts)
                .orElseGet(() -> all.stream()
                        .filter(move -> rule.startAction()
                                        .filter(move.action()::equals)
                                        .isPresent()
                                || rule.startDate()
                                        .filter(date -> states(move, date))
                                        .isPresent()
                                || rule.startStep().filter(move.to()::equals).isPresent()
                                        && !move.to().equals(move.from()))
                        .collect(Collectors.toSet()));
    }

    private boolean states(Move move, String field) {
        return procedure.action(move.from(), move.action()).stream()
                .flatMap(action -> Stream.concat(action.requires().stream(), action.mayState().stream()))
                .anyMatch(stated -> stated.name().equals(field));
    }

    /** The moves by which a case first comes to a party. */
    private Set<Move> receipts(String party) {
        var receipts = new HashSet<Move>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(Set.of(""));
        while (!open.isEmpty()) {
            var from = open.pop();
            for (var move : all) {
                if (!move.from().equals(from)) {
                    continue;
                }
                if (isOf(party, move.to())) {
                    receipts.add(move);
                } else if (seen.add(move.to())) {
                    open.push(move.to());
                }
            }
        }
        return receipts;
    }

    private boolean isOf(String party, String step) {
        return Optional.ofNullable(procedure.steps().get(step))
                .flatMap(Step::party)
                .filter(party::equals)
                .isPresent();
    }

    /** Whether the procedure has the action at some step or at its opening. */
    public boolean has(String action) {
        return all.stream().anyMatch(move -> move.action().equals(action));
    }

    /** Whether some action brings the effect. */
    public boolean brings(String effect) {
        return procedure.actions().values().stream()
                .anyMatch(action -> action.effects().contains(effect));
    }

    /** Whether the opening alone does what a clock measures, so that its duty is done with it. */
    public boolean openingDoes(ClockRule rule) {
        return procedure.opening().stream()
                .flatMap(action -> Stream.concat(
                        action.effects().stream().filter(rule.fulfillingEffects()::contains),
                        Stream.of(action.name()).filter(rule.fulfilledBy()::contains)))
                .findAny()
                .isPresent();
    }
}
