package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.OrganAct;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Text;

/** Whether an organ may act about a breach: it must be one that the article names, and the breach one that it lists. */
final class OrganActs {
    private final EffectiveProcedure procedure;
    private final OrganAct act;
    private final Organs organs;
    private final Refusals refusals;

    OrganActs(EffectiveProcedure procedure, OrganAct act, Organs organs) {
        this.procedure = procedure;
        this.act = act;
        this.organs = organs;
        this.refusals = new Refusals(procedure);
    }

    /** The organs that may act about a breach of this agency, as far as the registry knows them; never itself. */
    List<String> givers(String obligor) {
        var over = new OrgansOver(organs, obligor, procedure.frame().region());
        return act.givers().stream()
                .flatMap(giver -> over.find(giver.organ()).stream())
                .filter(organ -> !organ.equals(obligor))
                .distinct()
                .toList();
    }

    /** Whether organ, duty and lateness allow it at all. */
    Optional<Refusal> check(Opening opening, Instant now) {
        if (opening.breach().isEmpty()) {
            return refuse(Reason.NOT_BREACHED, "没有指明逾期的事项", "No breach is named");
        }
        var breach = opening.breach().get();
        if (!givers(breach.obligor()).contains(opening.requester())) {
            return refuse(Reason.NOT_THE_ACTOR, "该操作应由其他机关作出", "This is for another organ to do");
        }
        if (act.covering(breach.kind(), breach.duty()).isEmpty()) {
            return refuse(
                    Reason.NOT_ON_LIST, "该逾期不属于条文所列情形", "Lateness with this duty is not among the breaches listed");
        }
        if (!breach.isLate(now)) {
            return refuse(
                    Reason.NOT_BREACHED, "该期限没有逾期，或者重新计算后不再逾期", "The duty is not late, or no longer so by a recount");
        }
        return Optional.empty();
    }

    /** Whether the listed breach that is stated as the grounds covers this one; what is stated must have been checked. */
    Optional<Refusal> checkGrounds(Opening opening, Breach breach) {
        var action = procedure.procedure().opening().orElseThrow();
        return fields(action)
                .filter(field -> field.kind() == Field.Kind.BREACH)
                .filter(field -> opening.fields().containsKey(field.name()))
                .flatMap(field -> act.breaches().stream()
                        .filter(item -> item.name()
                                .equals(opening.fields().get(field.name()).strip()))
                        .filter(item -> !item.covers(breach.kind(), breach.duty()))
                        .map(item -> refusals.of(
                                Reason.NOT_ON_LIST,
                                Optional.of(field.name()),
                                item.basis(),
                                new Text("所依据的情形不包括该逾期", "The breach stated does not cover lateness with this duty"))))
                .findFirst();
    }

    private static Stream<Field> fields(Action action) {
        return Stream.concat(action.requires().stream(), action.mayState().stream());
    }

    private Optional<Refusal> refuse(Reason reason, String zh, String en) {
        var basis = procedure.procedure().opening().orElseThrow().basis();
        return Optional.of(refusals.of(reason, Optional.empty(), basis, new Text(zh, en)));
    }
}
