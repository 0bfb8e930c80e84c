package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.runner.ProcedureRunners;

/** Checks that the function which runs a procedure has handlers for its effects; another process checks what it runs. */
final class RunnerCheck {
    private final Doc doc;
    private final Procedure procedure;
    private final ProcedureRunners runners;
    private final List<Flaw> flaws = new ArrayList<>();

    RunnerCheck(Doc doc, Procedure procedure, ProcedureRunners runners) {
        this.doc = doc;
        this.procedure = procedure;
        this.runners = runners;
    }

    List<Flaw> flaws() {
        if (procedure.opening().isEmpty()) {
            return flaws;
        }
        if (runners.run(procedure.runsAs())) {
            procedure.actions().forEach(this::check);
            checkNeeds();
        } else if (runners.whole()) {
            var known = new TreeSet<>(runners.effects().keySet());
            known.remove(Procedure.ORGAN_ACT);
            flaw(
                    doc.find("runs-as").isPresent() ? "runs-as" : "procedure",
                    "no function runs a " + procedure.runsAs(),
                    "Say runs-as: with one of " + String.join(", ", known));
        }
        return flaws;
    }

    private void checkNeeds() {
        var own = procedure.kind().equals(procedure.runsAs());
        var needs = runners.needs().getOrDefault(procedure.kind(), Set.of());
        if (own
                && !needs.isEmpty()
                && procedure.actions().values().stream().noneMatch(action -> brings(action, needs))) {
            flaw(
                    "procedure",
                    "a " + procedure.kind() + " by which nothing can ever " + String.join(" or ", needs),
                    "Give the effect " + String.join(" or ", needs) + " to the action that does it");
        }
    }

    private static boolean brings(Action action, Set<String> effects) {
        var ofOptions = Stream.concat(action.requires().stream(), action.mayState().stream())
                .flatMap(field -> field.options().values().stream())
                .flatMap(List::stream);
        return Stream.concat(action.effects().stream(), ofOptions).anyMatch(effects::contains);
    }

    private void check(String path, Action action) {
        for (int i = 0; i < action.effects().size(); i++) {
            check(path + ".effects[" + i + "]", path, action.effects().get(i));
        }
        Stream.concat(action.requires().stream(), action.mayState().stream())
                .flatMap(field -> field.options().values().stream())
                .flatMap(List::stream)
                .forEach(effect -> check(path, path, effect));
    }

    private void check(String place, String action, String effect) {
        var known = runners.effects().get(procedure.runsAs());
        if (!runners.allEffects().contains(effect)) {
            flaw(place, "unknown effect \"" + effect + "\"", "Known: " + String.join(", ", known));
        } else if (!known.contains(effect)) {
            flaw(action, "a " + procedure.kind() + " cannot " + effect, "Remove the effect");
        }
    }

    private void flaw(String path, String what, String mend) {
        var at = doc.at(path).flaw(what, mend);
        flaws.add(new Flaw(at.file(), at.line(), path, what, mend));
    }
}
