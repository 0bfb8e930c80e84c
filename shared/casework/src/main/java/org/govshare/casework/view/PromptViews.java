package org.govshare.casework.view;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.govshare.casework.view.CaseView.AgencyName;
import org.govshare.casework.view.CaseView.PromptView;
import org.govshare.commands.trail.AuditEntry;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.PromptDuty;

/** Shows the duties of a case that are to be done promptly, from what its trail says happened. */
final class PromptViews {
    private final EffectiveProcedure procedure;
    private final CaseState state;
    private final Function<String, AgencyName> names;

    /** @param names gives an agency's name by its code */
    PromptViews(EffectiveProcedure procedure, CaseState state, Function<String, AgencyName> names) {
        this.procedure = procedure;
        this.state = state;
        this.names = names;
    }

    List<PromptView> of(List<AuditEntry> happened, Locale language) {
        List<PromptDuty.Move> moves = happened.stream().map(PromptViews::move).toList();
        return PromptDuty.of(procedure, moves).stream()
                .map(duty -> view(duty, language))
                .toList();
    }

    private static PromptDuty.Move move(AuditEntry entry) {
        String from = entry.details.getOrDefault("from", "");
        return new PromptDuty.Move(entry.action, entry.at, from, entry.details.getOrDefault("to", ""));
    }

    private PromptView view(PromptDuty duty, Locale language) {
        Basis basis = duty.rule().basis();
        return new PromptView(
                duty.rule().duty(),
                duty.rule().title().in(language),
                state.parties().getOrDefault(duty.rule().obligor(), List.of()).stream()
                        .map(names)
                        .toList(),
                duty.begun(),
                duty.ended().orElse(null),
                duty.done(),
                basis.pack() + " " + basis.article(),
                basis.note().map(note -> note.in(language)).orElse(null));
    }
}
