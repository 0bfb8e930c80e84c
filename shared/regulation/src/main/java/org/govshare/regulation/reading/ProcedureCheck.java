package org.govshare.regulation.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.BreachItem;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.Moves;
import org.govshare.regulation.grammar.Party;
import org.govshare.regulation.grammar.PartyStrategy;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Recurrence;
import org.govshare.regulation.grammar.RungAct;
import org.govshare.regulation.grammar.Step;

/** Checks that the parts of a procedure fit together: names that exist, steps that are reached and can be left. */
final class ProcedureCheck {
    /** What clocks with an extension or a reason let parties do. */
    private static final Set<String> OF_THE_ENGINE =
            Set.of("ask-extension", "consent-extension", "deny-extension", "state-reason");

    private static final Pattern ACTION = Pattern.compile("(steps\\.[^.]+)\\.actions\\.[^.]+");

    private static final Set<Field.Kind> OF_ORGANS = Set.of(Field.Kind.BREACH, Field.Kind.FINDING);

    private static final Set<PartyStrategy> NO_SINGLE_AGENCY =
            Set.of(PartyStrategy.GOVERNMENT_OF, PartyStrategy.AUTHORITIES_UPWARDS);

    private final Doc doc;
    private final Procedure procedure;
    private final List<Flaw> flaws = new ArrayList<>();

    ProcedureCheck(Doc doc, Procedure procedure) {
        this.doc = doc;
        this.procedure = procedure;
    }

    List<Flaw> flaws() {
        if (procedure.opening().isPresent()) {
            procedure.parties().values().forEach(this::checkOf);
            checkActions();
            checkOrganAct();
            flaws.addAll(new GrantActCheck(doc, procedure).flaws());
            flaws.addAll(new RecurrenceCheck(doc, procedure).flaws());
            checkSteps();
            procedure.clocks().values().forEach(this::checkClock);
            procedure.prompt().values().forEach(this::checkClock);
        }
        flaws.removeIf(this::isOfItsStep);
        return flaws;
    }

    /** Who may act is by default the step's party, whose fault is reported there. */
    private boolean isOfItsStep(Flaw flaw) {
        var action = ACTION.matcher(flaw.path());
        return action.matches()
                && flaws.stream()
                        .anyMatch(other -> other.path().equals(action.group(1) + ".party")
                                && other.what().equals(flaw.what()));
    }

    private void checkActions() {
        procedure.actions().forEach(this::checkAction);
        for (var step : procedure.steps().values()) {
            step.party().ifPresent(party -> checkParty("steps." + step.name() + ".party", party));
        }
    }

    /** A party that another is found by is one agency, and found without it. */
    private void checkOf(Party party) {
        var path = "parties." + party.name();
        party.of().ifPresent(name -> checkParty(path, name));
        party.of()
                .map(procedure.parties()::get)
                .filter(of -> NO_SINGLE_AGENCY.contains(of.strategy()))
                .ifPresent(of -> flaw(
                        path,
                        "\"" + of.name() + "\" is itself a government found so, or a row of authorities",
                        "Name a party that is one agency"));
    }

    private void checkAction(String path, Action action) {
        action.by().forEach(party -> checkParty(path, party));
        if (!procedure.steps().containsKey(action.to())) {
            flaw(path + ".to", "there is no step \"" + action.to() + "\"", "Add the step. " + knownSteps());
        }
        if (OF_THE_ENGINE.contains(action.name())) {
            flaw(path, "the engine has this action already", "Choose another name");
        }
        if (action.climbs() && !(action.by().size() == 1 && climbs(action.by().get(0)))) {
            var by = String.join(", ", action.by());
            flaw(path + ".by", "\"" + by + "\" is not a row of authorities", "Name one that is");
        }
        var asksForItem = allActions().flatMap(a -> a.requires().stream()).anyMatch(ProcedureCheck::namesItem);
        if (action.completes() && !asksForItem) {
            flaw(path, "nothing names the missing item that it completes", "Add an action with kind: opening-field");
        }
        if (action.once() && action.requires().isEmpty()) {
            flaw(path, "nothing that it states would tell that it was taken once", "Let it require a field");
        }
        action.tells().stream()
                .flatMap(tells -> tells.to().stream())
                .forEach(party -> checkParty(path + ".tells", party));
    }

    /** Only an organ acts about a breach, and only its opening states which listed one it is and what was found. */
    private void checkOrganAct() {
        var ofBreach = procedure.parties().values().stream()
                .filter(party -> party.strategy() == PartyStrategy.OBLIGOR_OF_BREACH)
                .findFirst();
        if (procedure.organAct().isEmpty() && ofBreach.isPresent()) {
            flaw("parties." + ofBreach.get().name(), "the procedure is about no breach", "Add organ-act: …");
        }
        procedure.organAct().ifPresent(act -> checkBreachNames(act.breaches()));
        var opening = procedure.opening().orElseThrow();
        var grounds = allActions()
                .filter(action -> action != opening || procedure.organAct().isEmpty())
                .filter(action -> Stream.concat(action.requires().stream(), action.mayState().stream())
                        .anyMatch(field -> OF_ORGANS.contains(field.kind())))
                .findFirst();
        grounds.ifPresent(action -> flaw(
                action == opening ? "open" : "steps",
                "only the opening of an organ's act states a breach or a finding (" + action.name() + ")",
                "Use another kind of field"));
    }

    /** An act states the breach that it rests on by its name alone. */
    private void checkBreachNames(List<BreachItem> breaches) {
        var seen = new HashSet<String>();
        breaches.stream()
                .map(BreachItem::name)
                .filter(name -> !seen.add(name))
                .limit(1)
                .forEach(name -> flaw(
                        "organ-act.breaches",
                        "two listed breaches are named \"" + name + "\"",
                        "Name one of them otherwise"));
    }

    private boolean climbs(String party) {
        var known = procedure.parties().get(party);
        return known != null && known.strategy() == PartyStrategy.AUTHORITIES_UPWARDS;
    }

    private static boolean namesItem(Field field) {
        return field.kind() == Field.Kind.OPENING_FIELD || field.kind() == Field.Kind.OPENING_FIELDS;
    }

    private void checkSteps() {
        var reached = reached();
        // The action that leads to an unknown step may be the one that is meant to lead to this one.
        var leadsNowhere = allActions().anyMatch(action -> !procedure.steps().containsKey(action.to()));
        for (var step : procedure.steps().values()) {
            var path = "steps." + step.name();
            if (!reached.contains(step.name()) && !leadsNowhere) {
                flaw(path, "no action leads to this step", "Lead one to it or remove it");
            }
            if (!step.closed() && step.actions().isEmpty()) {
                flaw(path, "nobody can leave this step", "Add an action, or closed: true if it is an end");
            } else if (!canEnd(step)) {
                flaw(path, "no way leads from this step to an end", "Lead one to a step with closed: true");
            }
            if (!step.closed() && step.party().isEmpty()) {
                flaw(path, "it names no party that must act", "Add party: …");
            }
        }
    }

    private String knownSteps() {
        return "Known here: " + String.join(", ", procedure.steps().keySet());
    }

    private Set<String> reached() {
        return closure(procedure.opening().orElseThrow().to(), true);
    }

    /** Whether acting leads to an end; giving up everywhere does not count. */
    private boolean canEnd(Step from) {
        return closure(from.name(), false).stream().map(procedure.steps()::get).anyMatch(Step::closed);
    }

    /** The steps that can be reached from one, itself included. */
    private Set<String> closure(String start, boolean withEverywhere) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>(List.of(start));
        while (!open.isEmpty()) {
            var step = procedure.steps().get(open.pop());
            if (step != null && seen.add(step.name())) {
                step.actions().values().forEach(action -> open.push(action.to()));
                if (withEverywhere && !step.closed()) {
                    procedure.everywhere().values().forEach(action -> open.push(action.to()));
                }
            }
        }
        return seen;
    }

    private void checkClock(ClockRule clock) {
        var path = "clocks." + clock.name();
        checkParty(path + ".obligor", clock.obligor());
        clock.extension().ifPresent(ext -> {
            checkParty(path + ".extension.consented-by", ext.consentedBy());
            ext.tells().forEach(party -> checkParty(path + ".extension.tells", party));
        });
        clock.startStep()
                .filter(step -> !procedure.steps().containsKey(step))
                .ifPresent(step -> flaw(path + ".starts.step", "there is no step \"" + step + "\"", knownSteps()));
        clock.startAction().ifPresent(action -> checkActionName(path + ".starts.action", action));
        clock.startParty().ifPresent(party -> checkParty(path + ".starts.received-by", party));
        clock.startDate().ifPresent(field -> checkStartDate(path + ".starts.date", field));
        checkEffects(path, clock);
        clock.until()
                .filter(until -> Recurrence.dayOfYear(until).isEmpty())
                .ifPresent(field -> checkDate(path + ".until", field));
        if (clock.reason().isPresent() && clock.ladder().stream().noneMatch(rung -> rung.act() == RungAct.PROPOSE)) {
            flaw(path + ".reason", "its ladder proposes no act, so that no organ reads it", "Remove it, or add a rung");
        }
        clock.fulfilledBy().forEach(action -> checkActionName(path + ".fulfilled-by", action));
        var moves = new Moves(procedure);
        clock.fulfilledBy().stream()
                .filter(action -> moves.onlyStarts(action, clock))
                .forEach(action -> flaw(
                        path + ".fulfilled-by",
                        "\"" + action + "\" starts it and cannot fulfil it too",
                        "Name the action that does the duty"));
    }

    private void checkEffects(String path, ClockRule clock) {
        clock.fulfillingEffects().stream()
                .filter(effect ->
                        allActions().noneMatch(action -> action.effects().contains(effect)))
                .forEach(effect -> flaw(
                        path + ".fulfilled-by-effect",
                        "no action has the effect \"" + effect + "\"",
                        "Correct the name or remove it"));
    }

    private void checkDate(String path, String name) {
        var stated = allActions()
                .flatMap(action -> Stream.concat(action.requires().stream(), action.mayState().stream()))
                .anyMatch(field -> field.name().equals(name) && field.kind() == Field.Kind.FUTURE_DATE);
        if (!stated) {
            flaw(path, "no action states \"" + name + "\"", "Name a field with kind: future-date");
        }
    }

    /** Were the date optional, who states it could keep the clock from running. */
    private void checkStartDate(String path, String name) {
        var required = allActions()
                .flatMap(action -> action.requires().stream())
                .anyMatch(field -> field.name().equals(name) && field.kind() == Field.Kind.PAST_DATE);
        if (!required) {
            flaw(path, "no action requires \"" + name + "\"", "Name a required field with kind: past-date");
        }
    }

    private void checkActionName(String path, String name) {
        if (allActions().noneMatch(action -> action.name().equals(name))) {
            var known = allActions().map(Action::name).distinct().collect(Collectors.joining(", "));
            flaw(path, "there is no action \"" + name + "\"", "Known here: " + known);
        }
    }

    private Stream<Action> allActions() {
        return procedure.actions().values().stream();
    }

    private void checkParty(String path, String party) {
        if (!procedure.parties().containsKey(party)) {
            var known = String.join(", ", procedure.parties().keySet());
            flaw(path, "unknown party \"" + party + "\"", "Known here: " + known.toLowerCase(Locale.ROOT));
        }
    }

    private void flaw(String path, String what, String mend) {
        var flaw = doc.at(path).flaw(what, mend);
        flaws.add(new Flaw(flaw.file(), flaw.line(), path, what, mend));
    }
}
