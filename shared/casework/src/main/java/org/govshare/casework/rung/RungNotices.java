package org.govshare.casework.rung;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.casework.notice.Notice;
import org.govshare.casework.notice.Notice.RungKey;
import org.govshare.casework.notice.NoticeKind;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockEnd;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.RungAct;
import org.govshare.regulation.pack.EffectiveProcedure;

/** What a rung that fired, or was annulled, says to each of its addressees, in both languages. */
public final class RungNotices {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
            .withZone(WorkingCalendar.builtIn().zone());

    private RungNotices() {}

    /** Notices of rungs by the rung that they are about. */
    public static Map<RungKey, List<GivenNotice>> byRung(List<GivenNotice> given) {
        return given.stream()
                .collect(Collectors.groupingBy(one -> one.notice().rung().orElseThrow()));
    }

    /** One notice for each addressee. */
    public static List<Notice> of(FiredRung rung, EffectiveProcedure procedure) {
        NoticeKind kind = rung.act() == RungAct.PROPOSE ? NoticeKind.PROPOSAL : NoticeKind.REMINDER;
        return toEach(rung, kind, text(rung, procedure));
    }

    /** One notice for each addressee of a rung that was annulled. */
    static List<Notice> withdrawing(FiredRung rung, ClockMoved by, EffectiveProcedure procedure) {
        ClockRule rule = procedure.clock(rung.rule()).rule();
        Text duty = cite(procedure, rule.basis());
        boolean proposed = rung.act() == RungAct.PROPOSE;
        String zh = by.text().zh() + "，" + procedure.title().zh() + "：" + rung.obligor() + "完成“"
                + rule.title().zh() + "”的期限至" + rung.lastDay() + " 24:00（Asia/Shanghai；" + duty.zh() + "）。此前的"
                + (proposed ? "建议" : "提醒") + "撤回。";
        String en = by.text().en() + ", " + procedure.title().en() + ": " + rung.obligor()
                + owes(rung) + "\"" + rule.title().en() + "\" by 24:00 (Asia/Shanghai) on " + rung.lastDay() + " ("
                + duty.en()
                + "). The earlier " + (proposed ? "proposal" : "reminder") + " is withdrawn.";
        return toEach(rung, NoticeKind.WITHDRAWAL, new Text(zh, en));
    }

    private static List<Notice> toEach(FiredRung rung, NoticeKind kind, Text text) {
        return rung.addressees().stream()
                .map(agency -> new Notice(
                        agency,
                        kind,
                        Optional.of(rung.caseId()),
                        Optional.of(new RungKey(rung.clockId(), rung.rung(), rung.projection())),
                        Optional.empty(),
                        Optional.of(rung.dutyDue()),
                        rung.pack(),
                        rung.article(),
                        rung.proposedAct(),
                        text))
                .toList();
    }

    private static Text text(FiredRung rung, EffectiveProcedure procedure) {
        ClockRule rule = procedure.clock(rung.rule()).rule();
        Text title = procedure.title();
        Text standing = rung.endedAt().map(at -> ended(rung, at)).orElseGet(() -> open(rung));
        Text duty = cite(procedure, rule.basis());
        String zh = title.zh() + "：" + rung.obligor() + "应于" + rung.lastDay() + " 24:00（Asia/Shanghai）前完成“"
                + rule.title().zh() + "”（" + duty.zh() + "），" + standing.zh() + "。";
        String en = title.en() + ": " + rung.obligor() + owes(rung) + "\""
                + rule.title().en() + "\" (" + duty.en() + ") by 24:00 (Asia/Shanghai) on " + rung.lastDay() + "; "
                + standing.en() + ".";
        if (rung.act() == RungAct.REMIND) {
            return new Text(zh, en);
        }
        Text act = procedure.titleOfAct(rung.proposedAct());
        Text may = cite(procedure, new Basis(rung.pack(), rung.article(), false, Optional.empty()));
        Text reason = reason(rung, rule);
        return new Text(
                zh + "建议" + act.zh() + "（" + may.zh() + "）。" + reason.zh(),
                en + " Proposed: " + act.en() + " (" + may.en() + ")." + reason.en());
    }

    /** Whether the obligor has stated a reason, which the notice and the case show; what people write is never in the text. */
    private static Text reason(FiredRung rung, ClockRule rule) {
        boolean matters = rule.reason()
                .filter(of -> of.basis().pack().equals(rung.pack()))
                .isPresent();
        String find = matters ? "，是否正当由机关认定" : "";
        String finds = matters ? "; whether it is a just one is for the organ to find" : "";
        return rung.reasonAt()
                .map(MINUTE::format)
                .map(at -> new Text(
                        rung.obligor() + "已于" + at + "说明理由，见本通知和办件" + find + "。",
                        " " + rung.obligor() + " stated a reason at " + at + ", which this notice and the case show"
                                + finds + "."))
                .orElse(
                        matters
                                ? new Text(
                                        rung.obligor() + "尚未说明理由。", " " + rung.obligor() + " has not stated a reason.")
                                : new Text("", ""));
    }

    private static Text open(FiredRung rung) {
        return rung.due().isBefore(rung.dutyDue())
                ? new Text("尚未完成", "not yet done")
                : new Text("已经逾期", "it is overdue");
    }

    /** A breach that did happen stays one when the duty has been done meanwhile. */
    private static Text ended(FiredRung rung, Instant at) {
        String when = MINUTE.format(at);
        boolean done = rung.ended().equals(Optional.of(ClockEnd.FULFILLED));
        boolean late = !at.isBefore(rung.dutyDue());
        return new Text(
                "已于" + when + (done ? "完成" : "随办件办结而终止") + (late ? "，当时已经逾期" : ""),
                (done ? "done" : "it fell away with the case") + " at " + when + (late ? ", when it was overdue" : ""));
    }

    private static String owes(FiredRung rung) {
        return rung.endedAt().isPresent() ? " owed " : " owes ";
    }

    private static Text cite(EffectiveProcedure procedure, Basis basis) {
        Text pack = procedure.titleOf(basis);
        return new Text("《" + pack.zh() + "》" + basis.articleZh(), pack.en() + ", " + basis.articleEn());
    }
}
