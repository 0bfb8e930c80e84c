package org.govshare.regulation.procedure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.PackWords;
import org.govshare.regulation.grammar.Step;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * Tells an agency that acted too early or out of turn at which step a case is, what is possible there, what of it for the
 * agency itself, and whose turn it is.
 */
final class PresentStep {
    private final EffectiveProcedure procedure;
    private final CaseState state;
    private final List<AvailableAction> available;
    private final Actor actor;

    PresentStep(EffectiveProcedure procedure, CaseState state, List<AvailableAction> available, Actor actor) {
        this.procedure = procedure;
        this.state = state;
        this.available = available;
        this.actor = actor;
    }

    /** The refusal of an action that is not possible now, or that the procedure does not know at all. */
    Refusal refuse(String action) {
        var known = Reasons.of(procedure, action)
                || procedure.procedure().everywhere().containsKey(action)
                || procedure.procedure().steps().values().stream()
                        .anyMatch(step -> step.actions().containsKey(action));
        return known
                ? refusal(Reason.NOT_AT_THIS_STEP, RefusalMessages.NOT_AT_THIS_STEP)
                : refusal(Reason.UNKNOWN_ACTION, RefusalMessages.UNKNOWN_ACTION);
    }

    private Refusal refusal(Reason reason, Text message) {
        return completed(new Refusal(reason, Optional.empty(), Optional.empty(), message));
    }

    /** The refusal with the present step added to its message; whose turn it is replaces who might have acted. */
    Refusal completed(Refusal refusal) {
        var step = procedure.step(state.step());
        if (available.isEmpty()) {
            return saying(refusal, RefusalMessages.caseHasEnded(step.title()), List.of());
        }
        var who = turn(step)
                .map(party -> PackWords.party(procedure.procedure().parties().get(party)));
        var own = own();
        var agencies = turn(step)
                .map(party -> Transition.agencies(procedure, state, party))
                .orElse(List.of());
        var possible = new Text(possible("、", "（", "）"), possible(", ", " (", ")"));
        return saying(refusal, RefusalMessages.presentStep(step.title(), possible, own, who), agencies);
    }

    private static Refusal saying(Refusal refusal, Text more, List<String> turn) {
        var message =
                new Text(refusal.message().zh() + more.zh(), refusal.message().en() + more.en());
        return new Refusal(refusal.reason(), refusal.field(), refusal.rule(), message, turn);
    }

    /** The party that must act; nobody must at an end, though somebody may. */
    private Optional<String> turn(Step step) {
        return step.party().filter(party -> !step.closed());
    }

    private String possible(String between, String before, String after) {
        Function<AvailableAction, String> said = action -> action.action() + before + action.party() + after;
        return available.stream().map(said).distinct().collect(Collectors.joining(between));
    }

    /** What the caller's agency may do, whichever of its people may do it. */
    private List<String> own() {
        return available.stream()
                .filter(action -> action.agencies().contains(actor.agency()))
                .map(AvailableAction::action)
                .distinct()
                .toList();
    }
}
