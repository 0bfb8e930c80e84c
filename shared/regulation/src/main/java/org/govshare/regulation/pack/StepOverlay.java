package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Step;

/**
 * Adds to the steps of a text what another that binds the same parties demands besides: required contents and roles of
 * actions of the same name, actions that the steps lack with the steps that they lead to, and steps that prevail.
 */
final class StepOverlay {
    /** Every action has it. */
    private static final String NOTIFY = "notify";

    private final Procedure ours;
    private final Procedure theirs;
    private final ActionOverlay actions;
    private final PartyNames parties;
    private final Map<String, Step> steps;
    private final Set<String> known;

    StepOverlay(Procedure ours, Procedure theirs, ActionOverlay actions, PartyNames parties) {
        this.ours = ours;
        this.theirs = theirs;
        this.actions = actions;
        this.parties = parties;
        this.steps = new LinkedHashMap<>(ours.steps());
        this.known = ours.actions().values().stream().map(Action::name).collect(Collectors.toSet());
    }

    /** The frame's procedure with what comes in; its clocks are for {@link ClockOverlay}. */
    Procedure merged() {
        var opening = ours.opening()
                .map(action -> theirs.opening()
                        .map(other -> actions.add(action, other))
                        .orElse(action));
        steps.replaceAll((name, step) -> with(step, contents(step.actions())));
        theirs.steps().values().stream()
                .filter(step -> step.prevails() && ours.steps().containsKey(step.name()))
                .forEach(step -> prevail(steps.get(step.name()), step));
        for (var name : ours.steps().keySet()) {
            Optional.ofNullable(theirs.steps().get(name))
                    .filter(step -> !step.prevails())
                    .ifPresent(this::further);
        }
        var everywhere = new LinkedHashMap<>(contents(ours.everywhere()));
        theirs.everywhere().values().stream()
                .filter(action -> !known.contains(action.name()))
                .forEach(action -> everywhere.put(action.name(), bring(action)));
        left();
        return ours.with(parties.merged(), opening, steps, everywhere);
    }

    private Map<String, Action> contents(Map<String, Action> ours) {
        var merged = new LinkedHashMap<String, Action>();
        ours.forEach((name, action) -> merged.put(
                name,
                theirs.actions().values().stream()
                        .filter(other -> other.name().equals(name))
                        .findFirst()
                        .map(other -> actions.add(action, other))
                        .orElse(action)));
        return merged;
    }

    /** The higher text's step in place of ours; what ours asked of an action of the same name is asked still. */
    private void prevail(Step here, Step step) {
        steps.put(step.name(), new Step(step.name(), step.title(), here.party(), step.closed(), true, Map.of()));
        var merged = new LinkedHashMap<String, Action>();
        step.actions().forEach((name, action) -> {
            merged.put(name, bring(action));
        });
        here.actions().values().stream()
                .filter(action -> !step.actions().containsKey(action.name()))
                .forEach(action -> actions.notCarried.add(ActionOverlay.whole(action)));
        steps.put(
                step.name(),
                new Step(step.name(), step.title(), step.party().map(parties::of), step.closed(), true, merged));
    }

    private Action contentsOf(Action brought, Action here) {
        var required = new ArrayList<>(here.requires());
        brought.requires().stream()
                .filter(field ->
                        here.requires().stream().noneMatch(other -> other.name().equals(field.name())))
                .forEach(required::add);
        var may = new ArrayList<>(here.mayState());
        brought.mayState().stream()
                .filter(field -> may.stream().noneMatch(other -> other.name().equals(field.name())))
                .forEach(may::add);
        may.removeIf(field -> required.stream().anyMatch(other -> other.name().equals(field.name())));
        return brought.stating(required, may, brought.role().or(here::role)).bringing(effects(brought, here));
    }

    /** The effects of both; what their steps bring about with another action, such as the grant, stays with that one. */
    private List<String> effects(Action brought, Action here) {
        var theirEffects = theirs.actions().values().stream()
                .flatMap(action -> action.effects().stream())
                .collect(Collectors.toSet());
        return Stream.concat(
                        here.effects().stream().filter(effect -> !theirEffects.contains(effect)),
                        brought.effects().stream())
                .toList();
    }

    /** The actions of a step that both have which ours know nowhere. */
    private void further(Step step) {
        var here = steps.get(step.name());
        var merged = new LinkedHashMap<>(here.actions());
        step.actions().values().stream()
                .filter(action -> !known.contains(action.name()))
                .forEach(action -> merged.put(action.name(), bring(action)));
        steps.put(step.name(), with(here, merged));
    }

    /** An action of theirs, together with the steps that it leads to. */
    private Action bring(Action action) {
        actions.added.add(ActionOverlay.whole(action));
        if (!steps.containsKey(action.to())) {
            var step = theirs.steps().get(action.to());
            steps.put(step.name(), with(step, Map.of()));
            var brought = new LinkedHashMap<String, Action>();
            step.actions().forEach((name, next) -> brought.put(name, bring(next)));
            steps.put(
                    step.name(),
                    new Step(
                            step.name(),
                            step.title(),
                            step.party().map(parties::of),
                            step.closed(),
                            step.prevails(),
                            brought));
        }
        var brought = actions.translated(action);
        return asked(action.name()).map(here -> contentsOf(brought, here)).orElse(brought);
    }

    /** What our text asks of an action of this name, wherever it has one. */
    private Optional<Action> asked(String name) {
        return ours.actions().values().stream()
                .filter(action -> action.name().equals(name))
                .findFirst();
    }

    /** What of theirs is nowhere here; what an action brings about counts, whichever action does. */
    private void left() {
        var here = steps.values().stream()
                .flatMap(step -> step.actions().keySet().stream())
                .collect(Collectors.toSet());
        theirs.steps().values().stream()
                .flatMap(step -> step.actions().values().stream())
                .filter(action -> !here.contains(action.name()) && !known.contains(action.name()))
                .filter(action -> !isBrought(action))
                .forEach(action -> actions.notCarried.add(ActionOverlay.whole(action)));
    }

    private boolean isBrought(Action action) {
        var wanted = action.effects().stream()
                .filter(effect -> !effect.equals(NOTIFY))
                .toList();
        var brought = ours.actions().values().stream()
                .flatMap(own -> own.effects().stream())
                .collect(Collectors.toSet());
        return !wanted.isEmpty()
                && brought.containsAll(wanted)
                && action.requires().isEmpty();
    }

    private static Step with(Step step, Map<String, Action> actions) {
        return new Step(step.name(), step.title(), step.party(), step.closed(), step.prevails(), actions);
    }
}
