package org.govshare.regulation.procedure;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.explanation.PackWords;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.pack.EffectiveProcedure;

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

    /** @param form what the value must be, to be read after "must be" */
    Refusal invalid(Field field, Text form) {
        var zh = "“" + field.title().zh() + "”须为" + form.zh() + citedZh(field.basis());
        var en = "\"" + field.title().en() + "\" must be " + form.en() + citedEn(field.basis());
        return of(Reason.FIELD_INVALID, Optional.of(field.name()), field.basis(), new Text(zh, en));
    }

    Refusal unknown(String field, List<String> known, Basis basis) {
        var message = new Text(
                "此操作不含“" + field + "”一项；" + (known.isEmpty() ? "此操作无须填写" : "可填：" + String.join("、", known)),
                "This action has no field \"" + field + "\"; "
                        + (known.isEmpty() ? "it has none" : "it has: " + String.join(", ", known)));
        return of(Reason.FIELD_INVALID, Optional.of(field), basis, message);
    }

    /** @param agencies credit codes of the party now */
    Refusal notTheActor(String party, List<String> agencies, Basis basis) {
        var who = PackWords.party(procedure.procedure().parties().get(party));
        var message = new Text("该操作应由" + who.zh() + "办理", "Only " + who.en() + " may do this");
        return of(Reason.NOT_THE_ACTOR, Optional.empty(), basis, message, agencies);
    }

    Refusal notTheRole(String role, Basis basis) {
        var who = PackWords.role(role);
        var message = new Text("该操作须由" + who.zh() + "作出", "This needs " + who.en());
        return of(Reason.NOT_THE_ROLE, Optional.empty(), basis, message);
    }

    Refusal of(Reason reason, Optional<String> field, Basis basis, Text message) {
        return of(reason, field, basis, message, List.of());
    }

    Refusal of(Reason reason, Optional<String> field, Basis basis, Text message, List<String> turn) {
        var rule = new RuleRef(basis.pack(), procedure.procedure().name(), basis.article());
        return new Refusal(reason, field, Optional.of(rule), message, turn);
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
