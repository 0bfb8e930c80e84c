package org.govshare.regulation.procedure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.PackWords;
import org.govshare.regulation.grammar.Step;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Tells an agency that tried something else at which step a case is, what is possible there and whose turn it is. */
final class PresentStep {
    private final EffectiveProcedure procedure;
    private final CaseState state;
    private final List<AvailableAction> available;

    PresentStep(EffectiveProcedure procedure, CaseState state, List<AvailableAction> available) {
        this.procedure = procedure;
        this.state = state;
        this.available = available;
    }

    /** The refusal of an action that is not possible now, or that the procedure does not know at all. */
    Refusal refuse(String action) {
        var known = procedure.procedure().everywhere().containsKey(action)
                || procedure.procedure().steps().values().stream()
                        .anyMatch(step -> step.actions().containsKey(action));
        return known
                ? refusal(Reason.NOT_AT_THIS_STEP, "当前环节不能作此操作", "This can't be done at this step")
                : refusal(Reason.UNKNOWN_ACTION, "没有这一操作", "There is no such action");
    }

    private Refusal refusal(Reason reason, String zh, String en) {
        var step = procedure.step(state.step());
        if (available.isEmpty()) {
            var ended = new Text(
                    zh + "；办件已经办结：" + step.title().zh(),
                    en + "; the case has ended: " + step.title().en());
            return new Refusal(reason, Optional.empty(), Optional.empty(), ended);
        }
        var who = turn(step)
                .map(party -> PackWords.party(procedure.procedure().parties().get(party)));
        var message = new Text(
                zh + "；当前环节为“" + step.title().zh() + "”，可以办理：" + possible("、", "（", "）")
                        + who.map(party -> "。应由" + party.zh() + "办理").orElse(""),
                en + "; the present step is \"" + step.title().en() + "\", possible now: " + possible(", ", " (", ")")
                        + who.map(party -> ". It is the turn of " + party.en()).orElse(""));
        var agencies = turn(step)
                .map(party -> Transition.agencies(procedure, state, party))
                .orElse(List.of());
        return new Refusal(reason, Optional.empty(), Optional.empty(), message, agencies);
    }

    /** The party that must act; nobody must at an end, though somebody may. */
    private Optional<String> turn(Step step) {
        return step.party().filter(party -> !step.closed());
    }

    private String possible(String between, String before, String after) {
        Function<AvailableAction, String> said = action -> action.action() + before + action.party() + after;
        return available.stream().map(said).distinct().collect(Collectors.joining(between));
    }
}
