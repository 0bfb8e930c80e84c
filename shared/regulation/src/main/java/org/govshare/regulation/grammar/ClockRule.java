package org.govshare.regulation.grammar;

import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * A statutory period for a duty.
 *
 * @param name of the clock, which is that of the duty: packs stack by it
 * @param period how long it runs, or {@link Period#UNTIL_DATE}
 * @param obligor name of the party that owes the duty and may ask for an extension
 * @param until the field whose date ends it, for a clock without a period; stated by the act that starts it, else it does not run
 * @param startStep entering this step starts it, where the law counts from there
 * @param startAction this action starts it, where the law counts from there; one of the two is present
 * @param fulfilledBy names of the actions that do the duty
 * @param covers whom the text must bind so that the duty counts
 */
public record ClockRule(
        String name,
        Text title,
        String obligor,
        Period period,
        Optional<String> until,
        Optional<Extension> extension,
        Optional<String> startStep,
        Optional<String> startAction,
        List<String> fulfilledBy,
        Covers covers,
        List<Rung> ladder,
        Basis basis) {
    public ClockRule {
        fulfilledBy = List.copyOf(fulfilledBy);
        ladder = List.copyOf(ladder);
    }
}
