package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.casework.notice.Notice;
import org.govshare.casework.notice.NoticeKind;
import org.govshare.casework.notice.Notices;
import org.govshare.registry.Agency;
import org.govshare.registry.Registry;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Text;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decision;

/** Tells the agency that an organ's act is about of it and of what becomes of it, and the organ of what the agency does. */
@ApplicationScoped
public class OrganNotices {
    private static final String CIRCULAR = "criticise-by-circular";
    private static final Set<String> TAKES_BACK = Set.of("withdraw", "lift");

    private final LawBook law;
    private final Registry registry;
    private final Notices notices;

    OrganNotices(LawBook law, Registry registry, Notices notices) {
        this.law = law;
        this.registry = registry;
        this.notices = notices;
    }

    /**
     * Tells of an act that has just been opened about this breach.
     *
     * @param organ who opened it
     */
    List<GivenNotice> tell(Decision decision, String organ, CaseBreach breach, Instant now) {
        EffectiveProcedure procedure = law.procedure(decision.after().procedure());
        String answers = procedure.procedure().organAct().orElseThrow().answers();
        UUID id = decision.after().id();
        Optional<DueMoment> due = until(procedure, decision.after());
        Notice notice = new Notice(
                breach.agency(),
                answers.equals(CIRCULAR) ? NoticeKind.CIRCULAR : NoticeKind.ORDER,
                Optional.of(id),
                Optional.empty(),
                Optional.of(id),
                due.map(DueMoment::due),
                decision.basis().pack(),
                decision.basis().article(),
                answers,
                text(procedure, decision, name(organ), breach, due));
        return notices.give(List.of(notice), now);
    }

    /**
     * Tells one side of an organ's act what the other has just done in it: the agency of a return or a withdrawal, the
     * organ of a report; of a case that is no organ's act, nobody.
     *
     * @param act after it
     * @param actor who did it
     */
    List<GivenNotice> tellOther(CaseFile act, Decision decision, String actor, Instant now) {
        EffectiveProcedure procedure = law.procedure(decision.after().procedure());
        if (procedure.procedure().organAct().isEmpty()) {
            return List.of();
        }
        boolean byOrgan = registry.holderOf(act.requester).equals(actor);
        Optional<DueMoment> due = until(procedure, decision.after());
        Notice notice = new Notice(
                byOrgan ? act.provider : act.requester,
                byOrgan ? kindOf(decision.action()) : NoticeKind.REMINDER,
                Optional.of(act.id),
                Optional.empty(),
                Optional.of(act.id),
                due.map(DueMoment::due),
                decision.basis().pack(),
                decision.basis().article(),
                decision.action(),
                done(procedure, decision, name(actor), due));
        return notices.give(List.of(notice), now);
    }

    private static NoticeKind kindOf(String action) {
        return TAKES_BACK.contains(action) ? NoticeKind.WITHDRAWAL : NoticeKind.ORDER;
    }

    private static Text done(EffectiveProcedure procedure, Decision decision, String actor, Optional<DueMoment> due) {
        Text title = procedure.title();
        Text action = titleOf(procedure.procedure(), decision);
        Text basis = basis(procedure, decision, due);
        return new Text(
                title.zh() + "：" + actor + action.zh() + basis.zh(),
                title.en() + ": " + action.en() + ", by " + actor + basis.en());
    }

    private static Text titleOf(Procedure procedure, Decision decision) {
        return Stream.of(procedure.steps().get(decision.fromStep()).actions(), procedure.everywhere())
                .flatMap(actions -> Stream.ofNullable(actions.get(decision.action())))
                .map(Action::title)
                .findFirst()
                .orElse(new Text(decision.action(), decision.action()));
    }

    private Optional<DueMoment> until(EffectiveProcedure procedure, CaseState state) {
        return state.clocks().stream()
                .filter(ClockState::running)
                .findFirst()
                .map(clock -> law.clocks().due(procedure, clock, law.calendar()));
    }

    private Text text(
            EffectiveProcedure procedure, Decision decision, String organ, CaseBreach breach, Optional<DueMoment> due) {
        Text title = procedure.title();
        Text basis = basis(procedure, decision, due);
        Text why = breach.clock()
                .map(clock -> lateness(clock.lastDay))
                .orElseGet(() -> found(procedure.procedure(), decision.after()));
        String agency = name(breach.agency());
        return new Text(
                title.zh() + "：" + organ + "就" + agency + why.zh() + basis.zh(),
                title.en() + ": by " + organ + ", for " + why.en() + " of " + agency + basis.en());
    }

    private static Text basis(EffectiveProcedure procedure, Decision decision, Optional<DueMoment> due) {
        Text pack = procedure.titleOf(decision.basis());
        String zh = "，依据《" + pack.zh() + "》" + decision.basis().articleZh() + "。"
                + due.map(d -> "期限至" + d.lastDay() + " 24:00。").orElse("");
        String en = ", under " + pack.en() + ", " + decision.basis().articleEn() + "."
                + due.map(d -> " To be done by 24:00 (Asia/Shanghai) on " + d.lastDay() + ".")
                        .orElse("");
        return new Text(zh, en);
    }

    private static Text lateness(LocalDate lastDay) {
        return new Text("逾期一事（应于" + lastDay + " 24:00前完成）", "the lateness (due by 24:00 on " + lastDay + ")");
    }

    /** The listed breach; what was found stands in the act alone, which the agency reads. */
    private static Text found(Procedure procedure, CaseState act) {
        return procedure.grounds().stream()
                .filter(field -> field.kind() == Field.Kind.BREACH)
                .flatMap(field ->
                        procedure.organAct().orElseThrow().breach(act.facts().get(field.name())).stream())
                .map(item -> new Text(
                        "“" + item.title().zh() + "”一事", "\"" + item.title().en() + "\" on the part"))
                .findFirst()
                .orElseThrow();
    }

    private String name(String code) {
        return registry.agency(code).map(Agency::name).orElse(code);
    }
}
