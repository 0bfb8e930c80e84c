package org.govshare.regulation.grammar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.document.Text;

/**
 * A statutory period for a duty.
 *
 * @param name of the clock in its procedure
 * @param duty that it measures; the same as the name, unless another text's clock for the duty has that name
 * @param period how long it runs, or {@link Period#UNTIL_DATE}
 * @param obligor name of the party that owes the duty and may ask for an extension
 * @param until what ends it, for a clock without a period: the field with the date, stated by the act that starts it, else it does not
 *     run; or a day of the year, such as {@code 03-31}, the first after its start
 * @param startStep entering this step starts it, where the law counts from there
 * @param startAction this action starts it, where the law counts from there
 * @param startParty the case's first coming to a step of this party starts it, where the law counts from receipt
 * @param startDate an action that states the date of this field starts it, and it counts from that date; one of the four is present
 * @param fulfilledBy names of the actions that do the duty
 * @param fulfillingEffects effects that do the duty, whichever action brings them
 * @param answers duties of higher texts that this one replaces, also when another party owes them there
 * @param covers whom the text must bind so that the duty counts
 * @param reason lets the obligor state why it is late, where the text makes lateness a breach only without just reason
 */
public record ClockRule(
        String name,
        String duty,
        Text title,
        String obligor,
        Period period,
        Optional<String> until,
        Optional<Extension> extension,
        Optional<String> startStep,
        Optional<String> startAction,
        Optional<String> startParty,
        Optional<String> startDate,
        List<String> fulfilledBy,
        List<String> fulfillingEffects,
        Covers covers,
        List<DutyRef> answers,
        List<Rung> ladder,
        Optional<ReasonRule> reason,
        Basis basis) {
    public ClockRule {
        fulfilledBy = List.copyOf(fulfilledBy);
        fulfillingEffects = List.copyOf(fulfillingEffects);
        answers = List.copyOf(answers);
        ladder = List.copyOf(ladder);
    }

    /**
     * The date that ends it, where it has no period and what was stated gives one.
     *
     * @param stated by the act that starts it
     * @param start the day on which it starts
     */
    public Optional<LocalDate> lastDay(Map<String, String> stated, LocalDate start) {
        return until.flatMap(name -> Recurrence.dayOfYear(name)
                .map(day -> {
                    var thisYear = day.atYear(start.getYear());
                    return thisYear.isAfter(start) ? thisYear : day.atYear(start.getYear() + 1);
                })
                .or(() -> Optional.ofNullable(stated.get(name)).map(LocalDate::parse)));
    }

    /** The same with another ladder, and with a reason that may be stated for being late. */
    public ClockRule climbing(List<Rung> rungs, Optional<ReasonRule> statable) {
        return new ClockRule(
                name,
                duty,
                title,
                obligor,
                period,
                until,
                extension,
                startStep,
                startAction,
                startParty,
                startDate,
                fulfilledBy,
                fulfillingEffects,
                covers,
                answers,
                rungs,
                statable,
                basis);
    }
}
