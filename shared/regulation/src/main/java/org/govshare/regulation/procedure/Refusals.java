package org.govshare.regulation.procedure;

import java.util.Optional;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.pack.Basis;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Text;

/** Words refusals and names the rule behind them. */
final class Refusals {
    private final EffectiveProcedure procedure;

    Refusals(EffectiveProcedure procedure) {
        this.procedure = procedure;
    }

    Refusal missing(Field field) {
        var zh = "缺少“" + field.title().zh() + "”" + citedZh(field.basis());
        var en = "\"" + field.title().en() + "\" is missing" + citedEn(field.basis());
        return of(Reason.FIELD_MISSING, Optional.of(field.name()), field.basis(), new Text(zh, en));
    }

    Refusal invalid(Field field) {
        var zh = "“" + field.title().zh() + "”的内容不符合要求" + citedZh(field.basis());
        var en = "\"" + field.title().en() + "\" is not what it must be" + citedEn(field.basis());
        return of(Reason.FIELD_INVALID, Optional.of(field.name()), field.basis(), new Text(zh, en));
    }

    Refusal unknown(String field, Basis basis) {
        var message = new Text("此操作不含“" + field + "”一项", "This action has no field \"" + field + "\"");
        return of(Reason.FIELD_INVALID, Optional.of(field), basis, message);
    }

    Refusal of(Reason reason, Optional<String> field, Basis basis, Text message) {
        var rule = new RuleRef(basis.pack(), procedure.procedure().name(), basis.article());
        return new Refusal(reason, field, Optional.of(rule), message);
    }

    static Refusal plain(Reason reason, String zh, String en) {
        return new Refusal(reason, Optional.empty(), Optional.empty(), new Text(zh, en));
    }

    private String citedZh(Basis basis) {
        var chosen = basis.chosen() ? "，本系统所选" : "";
        return "（《" + procedure.titleOf(basis).zh() + "》" + basis.articleZh() + chosen + "）";
    }

    private String citedEn(Basis basis) {
        var chosen = basis.chosen() ? ", chosen" : "";
        return " (" + procedure.titleOf(basis).en() + ", " + basis.articleEn() + chosen + ")";
    }
}
