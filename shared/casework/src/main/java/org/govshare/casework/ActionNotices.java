package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.casework.notice.Notice;
import org.govshare.casework.notice.NoticeKind;
import org.govshare.casework.notice.Notices;
import org.govshare.registry.Agency;
import org.govshare.registry.Registry;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.OrganAct;
import org.govshare.regulation.grammar.Tells;
import org.govshare.regulation.pack.EffectiveClock;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decision;

/** Gives the notices that the pack attaches to an action, to the agencies of the parties that the pack names. */
@ApplicationScoped
public class ActionNotices {
    private final LawBook law;
    private final Registry registry;
    private final Notices notices;

    ActionNotices(LawBook law, Registry registry, Notices notices) {
        this.law = law;
        this.registry = registry;
        this.notices = notices;
    }

    /**
     * Gives the notices of an action that has just been taken.
     *
     * @param actor credit code of the agency that took it, which gets no notice of its own action
     */
    List<GivenNotice> give(Decision decision, String actor, Instant lawNow) {
        EffectiveProcedure procedure = law.procedure(decision.after().procedure());
        ActionText words = new ActionText(procedure, decision);
        if (decision.extended().isPresent()) {
            return extended(decision, procedure.clock(decision.extended().get()), words, actor, lawNow);
        }
        return actionOf(procedure, decision)
                .map(action -> give(
                        decision, action, action.name(), actor, due -> words.done(action, name(actor), due), lawNow))
                .orElse(List.of());
    }

    /** Notifies the parties that the law names, after a consent to more time, until when the duty is to be done now. */
    private List<GivenNotice> extended(
            Decision decision, EffectiveClock clock, ActionText words, String actor, Instant lawNow) {
        EffectiveProcedure procedure = law.procedure(decision.after().procedure());
        ClockState run = decision.after().clocks().stream()
                .filter(state -> state.rule().equals(clock.name()))
                .max(Comparator.comparing(ClockState::ordinal))
                .orElseThrow();
        DueMoment due = law.clocks().due(procedure, run, law.calendar());
        Text text = words.extended(clock.rule().title(), name(run.obligor()), name(actor), due);
        List<String> told = clock.extension().map(Extension::tells).orElse(List.of());
        List<Notice> meant = addressees(new Tells(Tells.Kind.REMINDER, told), decision.after(), actor)
                .map(agency -> new Notice(
                        agency,
                        NoticeKind.REMINDER,
                        Optional.of(decision.after().id()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(due.due()),
                        decision.basis().pack(),
                        decision.basis().article(),
                        decision.action(),
                        text))
                .toList();
        return notices.give(meant, lawNow);
    }

    /** Gives the notices of an organ's act that has just been opened about this breach. */
    List<GivenNotice> give(Decision decision, String organ, CaseBreach breach, Instant lawNow) {
        EffectiveProcedure procedure = law.procedure(decision.after().procedure());
        OrganAct act = procedure.procedure().organAct().orElseThrow();
        Action opening = procedure.procedure().opening().orElseThrow();
        ActionText words = new ActionText(procedure, decision);
        return give(
                decision,
                opening,
                act.answers(),
                organ,
                due -> words.given(act, name(organ), name(breach.agency()), breach.clock(), due),
                lawNow);
    }

    private static Optional<Action> actionOf(EffectiveProcedure procedure, Decision decision) {
        return procedure.procedure().action(decision.fromStep(), decision.action());
    }

    /** @param act the word by which notices name what was done */
    private List<GivenNotice> give(
            Decision decision,
            Action action,
            String act,
            String actor,
            Function<Optional<DueMoment>, Text> words,
            Instant lawNow) {
        List<Notice> meant = action.tells().stream()
                .flatMap(tells -> addressees(tells, decision.after(), actor)
                        .map(agency -> notice(decision, kind(tells.kind()), agency, act, words)))
                .toList();
        return notices.give(meant, lawNow);
    }

    private static Stream<String> addressees(Tells tells, CaseState state, String actor) {
        return tells.to().stream()
                .flatMap(party -> state.parties().getOrDefault(party, List.of()).stream())
                .filter(agency -> !agency.equals(actor))
                .distinct();
    }

    private Notice notice(
            Decision decision, NoticeKind kind, String agency, String act, Function<Optional<DueMoment>, Text> words) {
        CaseState state = decision.after();
        EffectiveProcedure procedure = law.procedure(state.procedure());
        Optional<UUID> id = Optional.of(state.id());
        Optional<DueMoment> due = owedBy(agency, procedure, state);
        return new Notice(
                agency,
                kind,
                id,
                Optional.empty(),
                id.filter(of -> procedure.procedure().organAct().isPresent()),
                due.map(DueMoment::due),
                decision.basis().pack(),
                decision.basis().article(),
                act,
                words.apply(due));
    }

    /** When the first duty is due that the addressee owes in the case now. */
    private Optional<DueMoment> owedBy(String agency, EffectiveProcedure procedure, CaseState state) {
        return state.clocks().stream()
                .filter(ClockState::running)
                .filter(clock -> law.organs().holderOf(clock.obligor()).equals(agency))
                .findFirst()
                .map(clock -> law.clocks().due(procedure, clock, law.calendar()));
    }

    private static NoticeKind kind(Tells.Kind kind) {
        return switch (kind) {
            case REMINDER -> NoticeKind.REMINDER;
            case ORDER -> NoticeKind.ORDER;
            case CIRCULAR -> NoticeKind.CIRCULAR;
            case WITHDRAWAL -> NoticeKind.WITHDRAWAL;
        };
    }

    private String name(String code) {
        return registry.agency(code).map(Agency::name).orElse(code);
    }
}
