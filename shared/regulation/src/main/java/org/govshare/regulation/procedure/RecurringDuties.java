package org.govshare.regulation.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.organ.Bodies;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;

/**
 * Which cases must have opened by themselves by a day, and the opening of one. A case opens as of the first moment of its
 * period in Asia/Shanghai and under the law in force on that day, however late anybody looks, so that what an outage
 * delayed may be late at once. Only the period that the day lies in counts: what was missed through a whole period is
 * not opened afterwards (chosen).
 */
public final class RecurringDuties {
    private final Law law;
    private final Organs organs;
    private final WorkingCalendar calendar;

    public RecurringDuties(Law law, Organs organs, WorkingCalendar calendar) {
        this.law = law;
        this.organs = organs;
        this.calendar = calendar;
    }

    /**
     * A duty of one agency for one period.
     *
     * @param pack id of the text that lays it on the agency
     * @param kind of the procedure
     * @param agency its credit code
     * @param from the first day of the period
     */
    public record Duty(String pack, String kind, String agency, LocalDate from) {}

    /** The duties of the periods that a day lies in; none of a text that is switched off, broken or not in force when its period began. */
    public List<Duty> on(LocalDate day) {
        var duties = new ArrayList<Duty>();
        for (var pack : law.packs()) {
            for (var procedure : pack.procedures().values()) {
                procedure
                        .recurs()
                        .ifPresent(recurs ->
                                duty(pack, procedure, recurs.startOn(day)).ifPresent(duties::add));
            }
        }
        return List.copyOf(duties);
    }

    private Optional<Duty> duty(Pack pack, Procedure procedure, LocalDate from) {
        return organs.authorityOf(pack.region())
                .map(agency -> new Duty(pack.id(), procedure.kind(), agency, from))
                .filter(duty -> !law.isClosed(pack.region())
                        && law.effective(matter(duty))
                                .filter(ruling -> ruling.frame().id().equals(pack.id()))
                                .isPresent());
    }

    /** The case of a duty as it is at the start of its period. */
    public Verdict open(UUID caseId, Duty duty) {
        var opening = new Opening(caseId, matter(duty), duty.agency(), duty.agency(), Map.of());
        return new Decider(law, organs, calendar).recur(opening, calendar.startOf(duty.from()));
    }

    /** {@link #open(UUID, Duty)} for the period that a day lies in; refused where no text lays the duty on the agency. */
    public Verdict open(UUID caseId, String kind, String agency, LocalDate day) {
        return on(day).stream()
                .filter(duty -> duty.kind().equals(kind) && duty.agency().equals(agency))
                .findFirst()
                .map(duty -> open(caseId, duty))
                .orElseGet(() -> NoLaw.refusal(List.of()));
    }

    private Matter matter(Duty duty) {
        var bodies = new Bodies(organs).of(duty.agency()).stream().toList();
        var region = organs.regionOf(duty.agency()).orElseThrow();
        return new Matter(duty.kind(), Optional.empty(), region, duty.from()).among(bodies);
    }
}
