package org.govshare.casework;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.casework.CaseTrail.Written;
import org.govshare.casework.EffectHandler.Occasion;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandResult;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.platform.sql.RowIds;
import org.govshare.registry.Dataset;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.procedure.Act;
import org.govshare.regulation.procedure.Actor;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;

/** Opens cases and acts upon them: the law decides, then the decision, its effects and its trail are written together. */
@Startup
@ApplicationScoped
public class Cases {
    private final LawBook law;
    private final CaseStore store;
    private final CaseAccess access;
    private final CaseTrail entered;
    private final ActionNotices notices;
    private final WhoseTurn turn;
    private final ObjectMapper json;
    private final EffectHandlers effects;

    Cases(
            LawBook law,
            CaseStore store,
            CaseAccess access,
            CaseTrail entered,
            ActionNotices notices,
            WhoseTurn turn,
            ObjectMapper json,
            @All List<EffectHandler> effects) {
        this.law = law;
        this.store = store;
        this.access = access;
        this.entered = entered;
        this.notices = notices;
        this.turn = turn;
        this.json = json;
        this.effects = EffectHandlers.by(law.runners(), effects);
    }

    /**
     * Opens a case about a dataset for the caller's agency.
     *
     * @param kind kind of procedure, such as {@code share-request}
     * @param shareClass where the kind has a variant for each class
     * @param fields what the form said
     * @param collection path under which the case will be read
     */
    public CommandResult open(
            CommandContext context,
            String kind,
            String collection,
            Dataset dataset,
            Optional<ShareClass> shareClass,
            Map<String, String> fields) {
        String requester = context.caller().agency();
        Optional<String> region = law.organs().regionOf(requester);
        if (region.isEmpty()) {
            return new CommandResult.Refused(Problem.of(ProblemType.FORBIDDEN, CaseworkMessages.AGENCY_NOT_REGISTERED));
        }
        UUID id = RowIds.next();
        Matter matter = new Matter(kind, shareClass, region.get(), law.dayOf(context.lawNow()));
        String provider = law.organs().holderOf(dataset.providerCode());
        Set<String> roles = context.caller().roles();
        Opening opening = new Opening(id, matter, requester, provider, fields, Optional.empty(), roles);
        Verdict verdict = law.decider().open(opening, context.lawNow());
        if (verdict instanceof Refusal refusal) {
            return new CommandResult.Refused(RefusalProblem.of(refusal, ""));
        }
        Decision decision = (Decision) verdict;
        return write(
                context,
                new NewCase(
                        decision,
                        collection,
                        dataset.id(),
                        region.get(),
                        provider,
                        fields,
                        Map.of(),
                        () -> notices.give(decision, requester, context.lawNow())));
    }

    /** Writes a case that the law lets the caller open. */
    CommandResult write(CommandContext context, NewCase opened) {
        Decision decision = opened.decision();
        CaseState state = decision.after();
        Occasion occasion = occasion(context, decision, opened.datasetId(), opened.aboutCase(), opened.fields());
        checkEffects(occasion, decision);
        law.keep(state.procedure().packs());
        List<ClockLine> clocks = store.insert(
                state, opened.region(), opened.datasetId(), context.caller().agency(), opened.provider());
        Map<String, String> done = applyEffects(occasion, decision);
        entered.opened(
                context, opened, new Written(clocks, done, opened.notices().get()));
        String location = opened.collection() + "/" + state.id();
        return new CommandResult.Accepted(201, answer(decision), Optional.of(location));
    }

    /**
     * Acts upon a case of some kinds; a case that the caller may not see answers as if it did not exist.
     *
     * @param at JSON Pointer of the object in the command that holds the fields
     */
    public CommandResult act(
            CommandContext context, Set<String> kinds, UUID id, String action, Map<String, String> fields, String at) {
        Optional<CaseFile> found = store.lock(id)
                .filter(file -> kinds.contains(file.kind))
                .filter(file -> access.sees(context.caller(), file));
        if (found.isEmpty()) {
            return new CommandResult.Refused(Problem.notFound());
        }
        CaseFile file = found.get();
        law.know(CaseStore.ref(file).packs());
        Actor actor = new Actor(context.caller().agency(), context.caller().roles());
        CaseState state = store.state(file);
        Verdict verdict = law.decider().act(state, new Act(action, actor, fields), context.lawNow());
        if (verdict instanceof Refusal refusal) {
            Refusal told = turn.toldTo(context.caller(), state, refusal);
            return new CommandResult.Refused(RefusalProblem.of(told, at));
        }
        Decision decision = (Decision) verdict;
        Occasion occasion = occasion(context, decision, file.datasetId, Optional.ofNullable(file.aboutCase), fields);
        checkEffects(occasion, decision);
        List<ClockLine> clocks = store.update(file, decision.after(), context.lawNow());
        Map<String, String> done = applyEffects(occasion, decision);
        List<GivenNotice> given = notices.give(decision, context.caller().agency(), context.lawNow());
        entered.acted(context, decision, inPlaceOf(context, file), new Written(clocks, done, given));
        return new CommandResult.Accepted(200, answer(decision), Optional.empty());
    }

    /** Refuses while nothing is written yet. */
    private void checkEffects(Occasion occasion, Decision decision) {
        for (String effect : decision.effects()) {
            handler(decision, effect).check(occasion).ifPresent(problem -> {
                throw problem.asException();
            });
        }
        effects.all().stream()
                .filter(handler -> !decision.effects().contains(handler.effect()))
                .flatMap(handler -> handler.member().stream())
                .filter(member -> occasion.data().has(member))
                .findFirst()
                .ifPresent(Cases::refuseMember);
    }

    private static void refuseMember(String member) {
        throw Problem.field(Violation.invalid("/" + member, CaseworkMessages.NO_MEANING_HERE))
                .asException();
    }

    private static Occasion occasion(
            CommandContext context,
            Decision decision,
            String datasetId,
            Optional<UUID> about,
            Map<String, String> fields) {
        return new Occasion(
                context.caller(),
                decision.after(),
                datasetId,
                about,
                fields,
                context.event().data(),
                context.lawNow());
    }

    /** The dataset that a case is about, for checking what a command says of it; empty for a caller who may not see the case. */
    public Optional<String> datasetOf(CommandContext context, Set<String> kinds, UUID id) {
        return store.lock(id)
                .filter(file -> kinds.contains(file.kind))
                .filter(file -> access.sees(context.caller(), file))
                .map(file -> file.datasetId);
    }

    /** The parties whose office the caller's agency has taken over since the case was opened; none for a party itself. */
    private Set<String> inPlaceOf(CommandContext context, CaseFile file) {
        Set<String> parties = store.parties(file.id).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        if (parties.contains(context.caller().agency())) {
            return Set.of();
        }
        parties.retainAll(law.organs().officesOf(context.caller().agency()));
        return parties;
    }

    /** What the handlers say of what they did. */
    private Map<String, String> applyEffects(Occasion occasion, Decision decision) {
        Map<String, String> done = new HashMap<>();
        decision.effects()
                .forEach(effect -> done.putAll(handler(decision, effect).apply(occasion)));
        return done;
    }

    private EffectHandler handler(Decision decision, String effect) {
        String runsAs = law.procedure(decision.after().procedure()).procedure().runsAs();
        return effects.of(runsAs, effect)
                .orElseThrow(() -> new IllegalStateException("no handler here for effect " + effect));
    }

    private ObjectNode answer(Decision decision) {
        return json.createObjectNode()
                .put("id", decision.after().id().toString())
                .put("step", decision.after().step())
                .put("closed", decision.after().closed());
    }
}
