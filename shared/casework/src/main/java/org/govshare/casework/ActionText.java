package org.govshare.casework;

import java.time.LocalDate;
import java.util.Optional;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.OrganAct;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.procedure.Decision;

/** What a notice of an action says, in the words of the text that the case runs under; never what people wrote in it. */
record ActionText(EffectiveProcedure procedure, Decision decision) {

    Text done(Action action, String actor, Optional<DueMoment> due) {
        Text title = procedure.title();
        Text basis = basis(due);
        return new Text(
                title.zh() + "：" + actor + action.title().zh() + basis.zh(),
                title.en() + ": " + action.title().en() + ", by " + actor + basis.en());
    }

    /** That the period of a duty has been lengthened by consent. */
    Text extended(Text duty, String obligor, String consenter, DueMoment due) {
        Text title = procedure.title();
        Text basis = basis(Optional.of(due));
        return new Text(
                title.zh() + "：" + obligor + "完成“" + duty.zh() + "”的期限，经" + consenter + "同意延长" + basis.zh(),
                title.en() + ": the period of " + obligor + " for \"" + duty.en()
                        + "\" is extended with the consent of " + consenter + basis.en());
    }

    /** @param clock the late one that the organ acts about; absent where it acts about what it found */
    Text given(OrganAct act, String organ, String agency, Optional<CaseClock> clock, Optional<DueMoment> due) {
        Text title = procedure.title();
        Text basis = basis(due);
        Text why = clock.map(late -> lateness(late.lastDay)).orElseGet(() -> found(act));
        return new Text(
                title.zh() + "：" + organ + "就" + agency + why.zh() + basis.zh(),
                title.en() + ": by " + organ + ", for " + why.en() + " of " + agency + basis.en());
    }

    private Text basis(Optional<DueMoment> due) {
        Text pack = procedure.titleOf(decision.basis());
        String zh = "，依据《" + pack.zh() + "》" + decision.basis().articleZh() + "。"
                + due.map(d -> "期限至" + d.lastDay() + " 24:00（Asia/Shanghai）。").orElse("");
        String en = ", under " + pack.en() + ", " + decision.basis().articleEn() + "."
                + due.map(d -> " To be done by 24:00 (Asia/Shanghai) on " + d.lastDay() + ".")
                        .orElse("");
        return new Text(zh, en);
    }

    private static Text lateness(LocalDate lastDay) {
        return new Text(
                "逾期一事（应于" + lastDay + " 24:00（Asia/Shanghai）前完成）",
                "the lateness (due by 24:00, Asia/Shanghai, on " + lastDay + ")");
    }

    /** The listed breach; what was found is in the act alone, which the agency reads. */
    private Text found(OrganAct act) {
        return procedure.procedure().grounds().stream()
                .filter(field -> field.kind() == Field.Kind.BREACH)
                .flatMap(field -> act.breach(decision.after().facts().get(field.name())).stream())
                .map(item -> new Text(
                        "“" + item.title().zh() + "”一事", "\"" + item.title().en() + "\" on the part"))
                .findFirst()
                .orElseThrow();
    }
}
