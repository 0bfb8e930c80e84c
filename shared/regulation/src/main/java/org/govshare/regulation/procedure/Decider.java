package org.govshare.regulation.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Covers;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.organ.Bodies;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;

/** The law as a pure function of case, command and moment; it stores nothing and looks at no clock. */
public final class Decider {
    private static final Set<Reason> OUT_OF_TURN = Set.of(Reason.NOT_THE_ACTOR, Reason.NOT_ASKED);

    private final Law law;
    private final Organs organs;
    private final WorkingCalendar calendar;

    public Decider(Law law, Organs organs, WorkingCalendar calendar) {
        this.law = law;
        this.organs = organs;
        this.calendar = calendar;
    }

    /**
     * Why no case may be opened between agencies now, though one may be when the texts that cover one of them have been
     * mended; nothing where one may.
     *
     * @param agencies credit codes; one that is not registered closes nothing
     */
    public Optional<Refusal> closed(List<String> agencies) {
        return agencies.stream()
                        .flatMap(agency -> organs.regionOf(agency).stream())
                        .anyMatch(law::isClosed)
                ? Optional.of(Refusals.plain(Reason.JURISDICTION_CLOSED, RefusalMessages.JURISDICTION_CLOSED))
                : Optional.empty();
    }

    /**
     * Opens a case at the moment the command arrived; the matter's day should be that moment's day in Asia/Shanghai.
     * Who opens it is the opening's requester, which must be a party that may: that the caller may speak for it is for the
     * edge to know.
     */
    public Verdict open(Opening opening, Instant now) {
        Optional<Refusal> closed = closed(List.of(opening.taker(), opening.provider()));
        if (closed.isPresent()) {
            return closed.get();
        }
        Optional<Refusal> contracted =
                contractor(opening.actor(), opening.matter().kind(), now);
        if (contracted.isPresent()) {
            return contracted.get();
        }
        var powers = powers(opening);
        if (!powers.isEmpty()) {
            return act(OrganActs.chosen(powers, opening, now), opening, now);
        }
        var matter = opening.matter().among(new Bodies(organs).of(opening.taker(), opening.provider()));
        return law.effective(matter)
                .filter(procedure -> procedure.procedure().recurs().isEmpty())
                .map(procedure -> open(procedure, Optional.empty(), opening, now))
                .orElseGet(() -> NoLaw.refusal(law.unbound(matter)));
    }

    /** Opens what opens by itself, at the start of its period; nobody else opens such a case. */
    Verdict recur(Opening opening, Instant start) {
        return law.effective(opening.matter())
                .filter(procedure -> procedure.procedure().recurs().isPresent())
                .map(procedure -> open(procedure, Optional.empty(), opening, start))
                .orElseGet(() -> NoLaw.refusal(law.unbound(opening.matter())));
    }

    /** The acts of this kind that the texts which bind the agency in breach let organs give. */
    private List<OrganActs> powers(Opening opening) {
        return new Bodies(organs)
                .of(opening.provider()).stream()
                        .flatMap(obligor ->
                                law.organActs(obligor, opening.matter().on()).stream())
                        .filter(power ->
                                power.procedure().kind().equals(opening.matter().kind()))
                        .map(power -> new OrganActs(power, organs))
                        .toList();
    }

    private Verdict act(OrganActs power, Opening opening, Instant now) {
        return power.check(opening, now)
                .<Verdict>map(refusal -> refusal)
                .orElseGet(() -> open(power.procedure(), Optional.of(power), opening, now));
    }

    private Verdict open(EffectiveProcedure procedure, Optional<OrganActs> organAct, Opening opening, Instant now) {
        var parties = new Parties(procedure, organs).of(opening);
        var unknown = parties.entrySet().stream()
                .filter(p -> p.getValue().isEmpty())
                .filter(p -> procedure.needs(p.getKey()))
                .findFirst();
        var action = procedure.procedure().opening().orElseThrow();
        if (unknown.isPresent()) {
            return unknownParty(procedure, unknown.get().getKey());
        }
        var openers =
                action.by().stream().flatMap(name -> parties.get(name).stream()).toList();
        if (!openers.contains(opening.requester())) {
            return new Refusals(procedure).notTheActor(action.by(), openers, action.basis());
        }
        if (action.role().filter(role -> !opening.roles().contains(role)).isPresent()) {
            return new Refusals(procedure)
                    .notTheRole(action.role().get(), action.roleBasis().orElse(action.basis()));
        }
        if (opening.grant().filter(OnGrant::ended).isPresent()
                && procedure.procedure().endedGrant().isEmpty()) {
            return new Refusals(procedure)
                    .of(Reason.GRANT_ENDED, Optional.empty(), action.basis(), RefusalMessages.GRANT_ENDED);
        }
        var refusal = new Fields(procedure, new Refusals(procedure))
                .check(action, Map.of(), opening.fields(), calendar.dayOf(now))
                .or(() -> organAct.flatMap(act -> act.checkGrounds(opening)));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var state = new CaseState(opening.caseId(), procedure.ref(), "", 0, false, now, parties, Map.of(), List.of());
        return new Transition(procedure, state, action, owes(procedure), calendar).take(opening.fields(), now);
    }

    /** Acts upon a case at the moment the command arrived. */
    public Verdict act(CaseState state, Act act, Instant now) {
        var procedure = law.procedure(state.procedure());
        var contracted = contractor(act.actor(), state.procedure().kind(), now);
        if (contracted.isPresent()) {
            return contracted.get();
        }
        if (Extensions.NAMES.contains(act.action())) {
            return placed(new Extensions(procedure, calendar).act(state, act, now), procedure, state, act.actor());
        }
        var reasons = new Reasons(procedure, calendar);
        if (act.action().equals(Reasons.STATE) && reasons.open(state)) {
            return placed(reasons.act(state, act, now), procedure, state, act.actor());
        }
        var found = actions(procedure, state)
                .filter(a -> a.name().equals(act.action()))
                .findFirst();
        return found.isEmpty()
                ? presentStep(procedure, state, act.actor()).refuse(act.action())
                : placed(act(procedure, state, found.get(), act, now), procedure, state, act.actor());
    }

    /** The verdict; a refusal of one who acts out of turn or too early says what the present step is. */
    private Verdict placed(Verdict verdict, EffectiveProcedure procedure, CaseState state, Actor actor) {
        return verdict instanceof Refusal refusal && OUT_OF_TURN.contains(refusal.reason())
                ? presentStep(procedure, state, actor).completed(refusal)
                : verdict;
    }

    private PresentStep presentStep(EffectiveProcedure procedure, CaseState state, Actor actor) {
        return new PresentStep(procedure, state, available(state), actor);
    }

    private Verdict act(EffectiveProcedure procedure, CaseState state, Action action, Act act, Instant now) {
        var refusals = new Refusals(procedure);
        var agencies = Transition.agencies(procedure, state, action.by());
        if (!agencies.contains(act.actor().agency())) {
            return refusals.notTheActor(action.by(), agencies, action.basis());
        }
        if (action.role().filter(role -> !act.actor().roles().contains(role)).isPresent()) {
            return refusals.notTheRole(action.role().get(), action.roleBasis().orElse(action.basis()));
        }
        return new Fields(procedure, refusals)
                .check(action, state.facts(), act.fields(), calendar.dayOf(now))
                .<Verdict>map(refusal -> refusal)
                .orElseGet(() ->
                        new Transition(procedure, state, action, owes(procedure), calendar).take(act.fields(), now));
    }

    /** A duty that a text lays on its obligor alone is owed by whom the text binds. */
    private BiPredicate<ClockRule, String> owes(EffectiveProcedure procedure) {
        return (rule, obligor) -> rule.covers() == Covers.ALL_PARTIES
                || new Bodies(organs)
                        .of(obligor)
                        .filter(procedure.packOf(rule.basis())::binds)
                        .isPresent();
    }

    /** Why one who is a contractor may do nothing in a kind of procedure now; nothing for anybody else. */
    public Optional<Refusal> contractor(Actor actor, String kind, Instant now) {
        return new Contractors(law, organs, calendar).refusal(actor, kind, now);
    }

    /** What may be done with the case as it is now, by anyone; empty when it has ended for good. */
    public List<AvailableAction> available(CaseState state) {
        var procedure = law.procedure(state.procedure());
        var fields = new Fields(procedure, new Refusals(procedure));
        var available = new ArrayList<AvailableAction>();
        actions(procedure, state).forEach(action -> {
            var required = fields.required(action, state.facts()).stream()
                    .map(Field::name)
                    .toList();
            for (var party : action.by()) {
                available.add(new AvailableAction(
                        action.name(),
                        action.title(),
                        party,
                        Transition.agencies(procedure, state, party),
                        action.role(),
                        required,
                        action.mayState().stream().map(Field::name).toList(),
                        action.basis()));
            }
        });
        available.addAll(new Extensions(procedure, calendar).available(state));
        available.addAll(new Reasons(procedure, calendar).available(state));
        return available;
    }

    /**
     * What organs may do about a breach, under each text under which the duty is late, in the order of the packs.
     *
     * @param on the law day on which the organ would act, whose law rules the act (chosen)
     */
    public List<Remedy> remedies(LocalDate on, Breach breach, Instant now) {
        return new Bodies(organs)
                .of(breach.obligor()).stream()
                        .flatMap(body -> law.organActs(body, on).stream())
                        .filter(procedure -> breach.isLate(procedure.frame().id(), now))
                        .flatMap(procedure ->
                                Remedy.of(procedure, breach.kind(), breach.duty(), breach.obligor(), organs).stream())
                        .toList();
    }

    private static Stream<Action> actions(EffectiveProcedure procedure, CaseState state) {
        var here = procedure.step(state.step()).actions().values().stream();
        var possible =
                state.closed() ? here : Stream.concat(here, procedure.procedure().everywhere().values().stream());
        return possible.filter(action -> !action.once() || !taken(action, state));
    }

    private static boolean taken(Action action, CaseState state) {
        return action.requires().stream().anyMatch(field -> state.facts().containsKey(field.name()));
    }

    private static Refusal unknownParty(EffectiveProcedure procedure, String name) {
        var party = procedure.procedure().parties().get(name);
        var message = RefusalMessages.partyUnknown(name);
        return new Refusals(procedure).of(Reason.PARTY_UNKNOWN, Optional.empty(), party.basis(), message);
    }
}
