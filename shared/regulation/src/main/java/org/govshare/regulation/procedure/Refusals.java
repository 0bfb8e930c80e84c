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
        return of(
                Reason.FIELD_MISSING,
                Optional.of(field.name()),
                field.basis(),
                RefusalMessages.missing(field.title(), cited(field.basis())));
    }

    /** @param form what the value must be, to be read after "must be" */
    Refusal invalid(Field field, Text form) {
        return of(
                Reason.FIELD_INVALID,
                Optional.of(field.name()),
                field.basis(),
                RefusalMessages.invalid(field.title(), form, cited(field.basis())));
    }

    Refusal unknown(String field, List<String> known, Basis basis) {
        var message = RefusalMessages.unknownField(field, known);
        return of(Reason.FIELD_INVALID, Optional.of(field), basis, message);
    }

    /** @param agencies credit codes of the parties now, any of which may act */
    Refusal notTheActor(List<String> parties, List<String> agencies, Basis basis) {
        var who = parties.stream()
                .map(party -> PackWords.party(procedure.procedure().parties().get(party)))
                .toList();
        var message = RefusalMessages.notTheActor(who);
        return of(Reason.NOT_THE_ACTOR, Optional.empty(), basis, message, agencies);
    }

    Refusal notTheRole(String role, Basis basis) {
        var who = PackWords.role(role);
        var message = RefusalMessages.notTheRole(who);
        return of(Reason.NOT_THE_ROLE, Optional.empty(), basis, message);
    }

    Refusal of(Reason reason, Optional<String> field, Basis basis, Text message) {
        return of(reason, field, basis, message, List.of());
    }

    Refusal of(Reason reason, Optional<String> field, Basis basis, Text message, List<String> turn) {
        var rule = new RuleRef(basis.pack(), procedure.procedure().name(), basis.article());
        return new Refusal(reason, field, Optional.of(rule), message, turn);
    }

    static Refusal plain(Reason reason, Text message) {
        return new Refusal(reason, Optional.empty(), Optional.empty(), message);
    }

    private Text cited(Basis basis) {
        return RefusalMessages.cited(procedure.titleOf(basis), basis);
    }
}
