package org.govshare.regulation.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.pack.EffectiveClock;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Says which text set a clock, which gave way, and what was chosen where the text is open. */
final class RuleLines {
    private final EffectiveProcedure procedure;
    private final EffectiveClock clock;
    private final Text unit;

    RuleLines(EffectiveProcedure procedure, EffectiveClock clock) {
        this.procedure = procedure;
        this.clock = clock;
        this.unit = PackWords.unit(clock.rule().period().unit());
    }

    List<Text> lines(int extension) {
        var lines = new ArrayList<Text>();
        var set = clock.periodSetBy();
        lines.add(line("期限", "period", clock.period(), set.basis()));
        if (extension > 0) {
            var basis = clock.extension().map(e -> e.basis()).orElse(set.basis());
            lines.add(line("经同意延长", "extended by consent", extension, basis));
        }
        clock.extension().ifPresent(possible -> lines.add(possible(possible)));
        clock.gaveWayInPeriod().forEach(limit -> lines.add(gaveWay(limit)));
        chosen(set.basis(), lines);
        if (!clock.rule().basis().equals(set.basis())) {
            chosen(clock.rule().basis(), lines);
        }
        clock.extension().ifPresent(possible -> chosen(possible.basis(), lines));
        return lines;
    }

    /** Of a clock that ends with a date which an act has set. */
    List<Text> untilDate(LocalDate date) {
        var lines = new ArrayList<Text>();
        var basis = clock.rule().basis();
        lines.add(new Text(
                "期限由命令指定，至" + date + "止，遇休息日不顺延：" + citedZh(basis),
                "the act sets the date, " + date + ", not moved when it is a day off: " + citedEn(basis)));
        chosen(basis, lines);
        return lines;
    }

    private Text line(String zh, String en, int amount, Basis basis) {
        return new Text(
                zh + amount + unit.zh() + "：" + citedZh(basis),
                en + " " + amount + " " + unit.en() + ": " + citedEn(basis));
    }

    /** How far the period can be extended, and which text sets the total. */
    private Text possible(Extension extension) {
        var total = clock.totalSetBy().basis();
        var zh = "可延长至多" + extension.upTo() + unit.zh() + "：" + citedZh(extension.basis());
        var en = "extensible by up to " + extension.upTo() + " " + unit.en() + ": " + citedEn(extension.basis());
        if (total.pack().equals(extension.basis().pack())) {
            return new Text(zh, en);
        }
        return new Text(
                zh + "；合计不超过" + clock.total() + unit.zh() + "：" + citedZh(total),
                en + "; in all at most " + clock.total() + ": " + citedEn(total));
    }

    private Text gaveWay(Limit limit) {
        var amount = limit.period().amount();
        return new Text(
                "让位：" + amount + unit.zh() + "，" + citedZh(limit.basis()),
                "gave way: " + amount + " " + unit.en() + ", " + citedEn(limit.basis()));
    }

    private static void chosen(Basis basis, List<Text> lines) {
        basis.note().ifPresent(note -> lines.add(new Text("本系统所选：" + note.zh(), "chosen: " + note.en())));
    }

    private String citedZh(Basis basis) {
        return "《" + procedure.titleOf(basis).zh() + "》" + basis.articleZh();
    }

    private String citedEn(Basis basis) {
        return procedure.titleOf(basis).en() + ", " + basis.articleEn();
    }
}
