package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.BreachItem;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.OrganAct;
import org.govshare.regulation.grammar.OrganAct.Giver;
import org.govshare.regulation.organ.Bodies;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.organ.OrgansOver;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Whether an organ may act about a breach: it must be one that the article names, and the breach one that it lists. */
final class OrganActs {
    private final EffectiveProcedure procedure;
    private final OrganAct act;
    private final Organs organs;
    private final Refusals refusals;

    OrganActs(EffectiveProcedure procedure, Organs organs) {
        this.procedure = procedure;
        this.act = procedure.procedure().organAct().orElseThrow();
        this.organs = organs;
        this.refusals = new Refusals(procedure);
    }

    EffectiveProcedure procedure() {
        return procedure;
    }

    /**
     * The power that an opening uses: the first that lets its organ act and lists what it states as its grounds, else the
     * first that lets the organ act, else the first of all, whose refusal then answers.
     */
    static OrganActs chosen(List<OrganActs> powers, Opening opening, Instant now) {
        var open = powers.stream()
                .filter(power -> power.check(opening, now).isEmpty())
                .toList();
        return open.stream()
                .filter(power -> power.lists(opening))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .or(() -> powers.stream()
                        .filter(power -> power.givers(opening.provider()).contains(opening.requester()))
                        .findFirst())
                .orElse(powers.get(0));
    }

    private boolean lists(Opening opening) {
        return stated(Field.Kind.BREACH)
                .map(field -> opening.fields().get(field.name()))
                .flatMap(act::breach)
                .isPresent();
    }

    /**
     * The organs that may act about a breach of this agency, as far as the registry knows them and the text binds them;
     * never itself.
     */
    List<String> givers(String obligor) {
        return givers(obligor, act.givers().stream());
    }

    /** Those of them that may act about any of these listed breaches. */
    List<String> givers(String obligor, List<BreachItem> about) {
        return givers(
                obligor,
                act.givers().stream()
                        .filter(giver ->
                                about.stream().anyMatch(item -> giver.breaches().contains(item.name()))));
    }

    private List<String> givers(String obligor, Stream<Giver> among) {
        var over = new OrgansOver(organs, obligor, procedure.frame().region());
        return among.flatMap(giver -> over.find(giver.organ()).stream())
                .filter(organ -> !organ.equals(obligor) && bound(organ))
                .distinct()
                .toList();
    }

    private boolean bound(String organ) {
        return new Bodies(organs).of(organ).filter(procedure.frame()::binds).isPresent();
    }

    /** Whether organ, duty and lateness allow it at all; what the organ has found is judged with its grounds. */
    Optional<Refusal> check(Opening opening, Instant now) {
        var givers = givers(opening.provider());
        if (!givers.contains(opening.requester())) {
            return Optional.of(anotherOrgan(Optional.empty(), basis(), givers));
        }
        if (opening.breach().isEmpty() && stated(Field.Kind.FINDING).isEmpty()) {
            return refuse(Reason.NOT_BREACHED, RefusalMessages.NO_LATE_CLOCK);
        }
        return opening.breach().flatMap(breach -> checkLateness(opening.requester(), breach, now));
    }

    private Refusal anotherOrgan(Optional<String> field, Basis basis, List<String> givers) {
        return refusals.of(Reason.NOT_THE_ACTOR, field, basis, RefusalMessages.ANOTHER_ORGAN, givers);
    }

    private Optional<Refusal> checkLateness(String organ, Breach breach, Instant now) {
        var covering = act.covering(breach.kind(), breach.duty());
        if (covering.isEmpty()) {
            return refuse(Reason.NOT_ON_LIST, RefusalMessages.NOT_ON_LIST);
        }
        var givers = givers(breach.obligor(), covering);
        if (!givers.contains(organ)) {
            return Optional.of(anotherOrgan(Optional.empty(), basis(), givers));
        }
        if (!breach.isLate(procedure.frame().id(), now)) {
            return refuse(Reason.NOT_BREACHED, RefusalMessages.NOT_LATE);
        }
        return Optional.empty();
    }

    /** Whether the listed breach that is stated as the grounds carries the act; what is stated must have been checked. */
    Optional<Refusal> checkGrounds(Opening opening) {
        var grounds = stated(Field.Kind.BREACH).filter(field -> isStated(opening, field));
        var item = grounds.flatMap(field -> act.breach(opening.fields().get(field.name())));
        var refusal = opening.breach().isPresent()
                ? checkCovered(grounds, item, opening.breach().get())
                : checkFound(opening, grounds, item);
        return refusal.or(() -> item.flatMap(listed -> checkOrgan(opening, grounds, listed)));
    }

    /** An article may give each list of breaches to another organ. */
    private Optional<Refusal> checkOrgan(Opening opening, Optional<Field> grounds, BreachItem item) {
        var givers = givers(opening.provider(), List.of(item));
        return givers.contains(opening.requester())
                ? Optional.empty()
                : Optional.of(anotherOrgan(grounds.map(Field::name), item.basis(), givers));
    }

    private Optional<Refusal> checkCovered(Optional<Field> grounds, Optional<BreachItem> item, Breach breach) {
        var message = RefusalMessages.GROUNDS_DO_NOT_COVER;
        return item.filter(listed -> !listed.covers(breach.kind(), breach.duty()))
                .map(listed -> refusals.of(Reason.NOT_ON_LIST, grounds.map(Field::name), listed.basis(), message));
    }

    /** Where no late clock shows the breach, the organ says what it found, on grounds that no clock measures. */
    private Optional<Refusal> checkFound(Opening opening, Optional<Field> grounds, Optional<BreachItem> item) {
        var unsaid = stated(Field.Kind.FINDING).filter(field -> !isStated(opening, field));
        if (unsaid.isPresent()) {
            return unsaid.map(refusals::missing);
        }
        if (item.isEmpty()) {
            return refuse(Reason.NOT_ON_LIST, RefusalMessages.NO_LISTED_BREACH);
        }
        var message = RefusalMessages.BREACH_NEEDS_CLOCK;
        return item.filter(listed -> !listed.duties().isEmpty())
                .map(listed -> refusals.of(Reason.NOT_BREACHED, grounds.map(Field::name), listed.basis(), message));
    }

    private static boolean isStated(Opening opening, Field field) {
        return opening.fields().containsKey(field.name());
    }

    /** The field of this kind that the opening states or may state. */
    private Optional<Field> stated(Field.Kind kind) {
        return procedure.procedure().grounds().stream()
                .filter(field -> field.kind() == kind)
                .findFirst();
    }

    private Optional<Refusal> refuse(Reason reason, Text message) {
        return Optional.of(refusals.of(reason, Optional.empty(), basis(), message));
    }

    private Basis basis() {
        return procedure.procedure().opening().orElseThrow().basis();
    }
}
