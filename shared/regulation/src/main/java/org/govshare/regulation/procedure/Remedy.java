package org.govshare.regulation.procedure;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.grammar.BreachItem;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.EffectiveProcedure;

/**
 * An organ's act that the law provides about a breach.
 *
 * @param answers the proposal that it takes up
 * @param item what the article lists and covers the breach with
 * @param organs credit codes of those that may act
 */
public record Remedy(EffectiveProcedure procedure, String answers, BreachItem item, List<String> organs) {
    public Remedy {
        organs = List.copyOf(organs);
    }

    static Optional<Remedy> of(EffectiveProcedure procedure, String kind, String duty, String obligor, Organs organs) {
        var act = procedure.procedure().organAct().orElseThrow();
        var acts = new OrganActs(procedure, organs);
        return act.covering(kind, duty).stream()
                .map(item -> new Remedy(procedure, act.answers(), item, acts.givers(obligor, List.of(item))))
                .filter(remedy -> !remedy.organs().isEmpty())
                .findFirst();
    }
}
