package org.govshare.regulation.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.cases.CaseOrgans;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.OrganAct;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.PartyStrategy;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.organ.OrgansOver;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;

/** Walks through procedures at random, as agencies that may act, with something in every field. */
final class RandomCases {
    static final Set<String> ROLES = Set.of("clerk", "leader", "principal");

    static final String DECREE = "decree-809-2025";

    final Law law;
    final WorkingCalendar calendar = WorkingCalendar.builtIn();
    final Decider decider;
    private final Random random;
    private Instant now;

    /** @param decree whether the days are such that the national text is in force above the local ones */
    RandomCases(long seed, boolean decree) {
        random = new Random(seed);
        law = Law.builtIn().switchedOn("neijiang-2020-draft");
        decider = new Decider(law, new CaseOrgans(), calendar);
        var from = decree ? LocalDate.of(2025, 8, 1) : LocalDate.of(2023, 1, 1);
        now = calendar.startOf(from).plus(Duration.ofMinutes(random.nextInt(decree ? 425_000 : 1_300_000)));
    }

    /** One state after another, from the opening to an end or to the thirtieth. */
    List<CaseState> walk(Pack pack, Procedure procedure) {
        var states = new ArrayList<CaseState>();
        if (!pack.inForce(calendar.dayOf(now))) {
            now = calendar.startOf(pack.from()).plus(Duration.ofMinutes(random.nextInt(400_000)));
        }
        var state = ((Decision) decider.open(opening(pack, procedure), now)).after();
        while (states.size() < 30) {
            states.add(state);
            var available = decider.available(state);
            if (available.isEmpty()) {
                return states;
            }
            now = now.plus(Duration.ofMinutes(random.nextInt(3 * 24 * 60)));
            var verdict = decider.act(state, act(state, available.get(random.nextInt(available.size()))), now);
            state = verdict instanceof Decision decision ? decision.after() : state;
        }
        return states;
    }

    private Opening opening(Pack pack, Procedure procedure) {
        var region = pack.region();
        var regions =
                Stream.of(region, region.substring(0, 4) + "02", region.substring(0, 2) + "0102", "130100", "130200");
        var inside = regions.filter(pack::covers).distinct().toList();
        var asker = "asker@" + inside.get(random.nextInt(inside.size()));
        var provider = "holder@" + inside.get(random.nextInt(inside.size()));
        var requester =
                opens(procedure, PartyStrategy.AUTHORITY_OF_HOLDER) ? "authority@" + provider.substring(7) : asker;
        var shareClass =
                Optional.of(procedure.variant()).filter(v -> !v.isEmpty()).map(ShareClass::valueOf);
        var matter = new Matter(
                procedure.kind(), shareClass, requester.substring(requester.indexOf('@') + 1), calendar.dayOf(now));
        var id = new UUID(0, random.nextLong());
        if (procedure.isOnGrant()) {
            return onGrant(procedure, asker, provider, id);
        }
        return procedure
                .organAct()
                .map(act -> ordered(pack, procedure, act, provider, id))
                .orElseGet(() -> new Opening(
                        id, matter, requester, provider, opening(matter, procedure), Optional.empty(), ROLES));
    }

    private Opening onGrant(Procedure procedure, String grantee, String provider, UUID id) {
        var opener = opens(procedure, PartyStrategy.GRANTEE) ? grantee : provider;
        var matter = new Matter(
                procedure.kind(), Optional.empty(), grantee.substring(grantee.indexOf('@') + 1), calendar.dayOf(now));
        var grant = Optional.of(new OnGrant(grantee, false));
        return new Opening(id, matter, opener, provider, stated(matter, procedure), Optional.empty(), grant, ROLES);
    }

    /** Something in every field of the opening that the texts in force ask for together, and in no other. */
    private Map<String, String> stated(Matter matter, Procedure procedure) {
        var values = opening(matter, procedure);
        values.keySet()
                .retainAll(inForce(matter, procedure.name())
                        .flatMap(RandomCases::fieldsOfOpening)
                        .toList());
        return values;
    }

    /** Something in every field of the opening, and in no other. */
    private Map<String, String> ofOpening(Procedure procedure) {
        var values = values(procedure);
        values.keySet().retainAll(fieldsOfOpening(procedure).toList());
        return values;
    }

    private static Stream<String> fieldsOfOpening(Procedure procedure) {
        var opening = procedure.opening().orElseThrow();
        return Stream.concat(opening.requires().stream(), opening.mayState().stream())
                .map(Field::name);
    }

    private Stream<Procedure> inForce(Matter matter, String procedure) {
        return law.packs().stream()
                .filter(pack -> law.isOn(pack) && pack.inForce(matter.on()))
                .flatMap(pack -> Optional.ofNullable(pack.procedures().get(procedure)).stream());
    }

    private static boolean opens(Procedure procedure, PartyStrategy strategy) {
        var by = procedure.opening().orElseThrow().by().get(0);
        return procedure.parties().get(by).strategy() == strategy;
    }

    /** Something in every field that the texts of the region ask for together. */
    private Map<String, String> opening(Matter matter, Procedure procedure) {
        var values = values(procedure);
        inForce(matter, procedure.name()).forEach(other -> values(other).forEach(values::putIfAbsent));
        return values;
    }

    /** An organ that may act, about a late duty that the article lists or about what it has found. */
    private Opening ordered(Pack pack, Procedure procedure, OrganAct act, String provider, UUID id) {
        var item = act.breaches().get(random.nextInt(act.breaches().size()));
        var due = now.minus(Duration.ofDays(1));
        var breach = item.duties().entrySet().stream()
                .map(duty -> new Breach(duty.getKey(), duty.getValue().get(0), provider, due, Optional.empty()))
                .findFirst();
        var organ = new OrgansOver(new CaseOrgans(), provider, pack.region())
                .find(act.givers().stream()
                        .filter(giver -> giver.breaches().contains(item.name()))
                        .findFirst()
                        .orElseThrow()
                        .organ())
                .orElseThrow();
        var values = ofOpening(procedure);
        values.put("grounds", item.name());
        var matter = new Matter(procedure.kind(), Optional.empty(), provider.substring(7), calendar.dayOf(now));
        return new Opening(id, matter, organ, provider, values, breach, ROLES);
    }

    /** The action with something in every field. */
    Act act(CaseState state, AvailableAction action) {
        var fields = values(law.procedure(state.procedure()).procedure());
        fields.keySet()
                .retainAll(Stream.concat(action.requiredFields().stream(), action.optionalFields().stream())
                        .toList());
        if (Extensions.NAMES.contains(action.action())) {
            fields.put("amount", String.valueOf(1 + random.nextInt(4)));
            fields.put("grounds", "x");
            fields.put("reason", "x");
        }
        return new Act(action.action(), new Actor(action.agencies().get(0), ROLES), fields);
    }

    /** Something that fits for every field of the procedure. */
    private Map<String, String> values(Procedure procedure) {
        var values = new HashMap<String, String>();
        var actions = new ArrayList<>(procedure.opening().stream().toList());
        procedure.steps().values().forEach(step -> actions.addAll(step.actions().values()));
        var besides = actions.stream()
                .flatMap(a -> a.mayState().stream())
                .filter(field -> field.kind() == Field.Kind.FINDING
                        || field.kind() == Field.Kind.FUTURE_DATE && random.nextBoolean());
        Stream.concat(actions.stream().flatMap(a -> a.requires().stream()), besides)
                .forEach(field -> values.put(field.name(), value(procedure, field)));
        return values;
    }

    private String value(Procedure procedure, Field field) {
        return switch (field.kind()) {
            case TEXT, FINDING -> "x";
            case DATE -> "2025-01-01";
            case FUTURE_DATE ->
                calendar.dayOf(now).plusDays(1 + random.nextInt(20)).toString();
            case PAST_DATE -> calendar.dayOf(now).minusDays(random.nextInt(20)).toString();
            case BREACH -> "x";
            case ONE_OF -> any(field.options().keySet().stream());
            case OPENING_FIELD, OPENING_FIELDS ->
                any(procedure.opening().orElseThrow().requires().stream().map(Field::name));
        };
    }

    private String any(Stream<String> names) {
        var list = names.toList();
        return list.get(random.nextInt(list.size()));
    }
}
