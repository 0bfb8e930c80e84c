package org.govshare.regulation.procedure;

import java.time.Instant;
import java.util.Optional;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.grammar.ContractorRule;
import org.govshare.regulation.organ.Bodies;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.Law;

/** What a contractor may not do, by the law of the jurisdiction of the agency that it acts for, on the day on which it acts. */
final class Contractors {
    private final Law law;
    private final Organs organs;
    private final WorkingCalendar calendar;

    Contractors(Law law, Organs organs, WorkingCalendar calendar) {
        this.law = law;
        this.organs = organs;
        this.calendar = calendar;
    }

    /** @param kind of procedure, also one that no text of the jurisdiction has */
    Optional<Refusal> refusal(Actor actor, String kind, Instant now) {
        if (!actor.roles().contains(Actor.CONTRACTOR)) {
            return Optional.empty();
        }
        var runsAs = law.runsAs(kind).orElse(kind);
        return new Bodies(organs)
                .of(actor.agency()).stream()
                        .flatMap(body -> law.binding(body, calendar.dayOf(now)).stream())
                        .flatMap(pack -> pack.contractors().stream())
                        .filter(rule -> rule.covers(kind, runsAs))
                        .findFirst()
                        .map(rule -> refusal(rule, kind));
    }

    private static Refusal refusal(ContractorRule rule, String kind) {
        var cited = new RuleRef(rule.basis().pack(), kind, rule.basis().article());
        var message = RefusalMessages.NOT_BY_CONTRACTOR;
        return new Refusal(Reason.NOT_THE_ACTOR, Optional.empty(), Optional.of(cited), message);
    }
}
