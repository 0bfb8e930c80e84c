package org.govshare.regulation.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.calendar.DueDay;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.Addressee;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Rung;
import org.govshare.regulation.grammar.RungAct;
import org.govshare.regulation.organ.Bodies;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.organ.OrgansOver;
import org.govshare.regulation.pack.EffectiveClock;
import org.govshare.regulation.pack.EffectiveProcedure;

/** Computes when a clock is due and when the rungs of its ladder are reached. */
public final class Clocks {

    /** The due moment with the extension consented so far; the same for a running and an ended clock. */
    public DueMoment due(EffectiveProcedure procedure, ClockState clock, WorkingCalendar calendar) {
        return clock.setDate()
                .map(date -> new DueMoment(date, calendar.endOf(date), false))
                .orElseGet(() -> due(procedure.clock(clock.rule()), clock.startedAt(), clock.extension(), calendar));
    }

    /**
     * The due moment of a clock that starts then; the day of the start is not counted.
     *
     * @throws RegulationException for a clock that ends with a date which an act sets
     */
    public DueMoment due(EffectiveClock clock, Instant start, int extension, WorkingCalendar calendar) {
        var received = calendar.dayOf(start);
        var amount = clock.period() + extension;
        return due(clock, received, amount, calendar);
    }

    /** The due moment under one text alone, with the extension consented so far: what is late under it is a breach of it. */
    public DueMoment dueUnder(String pack, EffectiveProcedure procedure, ClockState clock, WorkingCalendar calendar) {
        if (clock.setDate().isPresent()) {
            return due(procedure, clock, calendar);
        }
        var effective = procedure.clock(clock.rule());
        var amount = effective.periodUnder(pack) + clock.extension();
        return due(effective, calendar.dayOf(clock.startedAt()), amount, calendar);
    }

    private static DueMoment due(EffectiveClock clock, LocalDate received, int amount, WorkingCalendar calendar) {
        DueDay day = switch (clock.rule().period().unit()) {
            case WORKING_DAYS -> calendar.due(received, amount);
            case MONTHS -> calendar.dueAfterMonths(received, amount);
            case SET_DATE ->
                throw new RegulationException(clock.name() + " ends with the date that the act sets: it has no period");
            case PROMPTLY -> throw new RegulationException(clock.name() + " is to be done promptly: it has no day");
        };
        return new DueMoment(day.date(), calendar.endOf(day.date()), day.provisional());
    }

    /**
     * All rungs in the order of their moments, past and to come; none lies before the clock's start.
     *
     * @param parties the credit codes of the case's agencies by the party's name
     */
    public List<RungMoment> rungs(
            EffectiveProcedure procedure,
            Map<String, List<String>> parties,
            ClockState clock,
            Organs organs,
            WorkingCalendar calendar) {
        var rule = procedure.clock(clock.rule()).rule();
        return rule.ladder().stream()
                .map(rung -> new RungMoment(
                        rung.name(),
                        moment(rung, due(rung, procedure, clock, calendar), clock, calendar),
                        rung.act(),
                        addressees(rung, procedure, parties, clock, organs),
                        rung.basis().orElse(rule.basis()),
                        rung.proposedAct()))
                .sorted(Comparator.comparing(RungMoment::at))
                .toList();
    }

    /** When each rung of the clock's ladder is reached, by the rung's name: {@link #rungs} without the addressees. */
    public Map<String, Instant> moments(EffectiveProcedure procedure, ClockState clock, WorkingCalendar calendar) {
        var moments = new LinkedHashMap<String, Instant>();
        for (var rung : procedure.clock(clock.rule()).rule().ladder()) {
            moments.put(rung.name(), moment(rung, due(rung, procedure, clock, calendar), clock, calendar));
        }
        return moments;
    }

    /** The last day on which the due moment or a rung depends; a change of the calendar after it moves nothing. */
    public LocalDate dependsUpTo(EffectiveProcedure procedure, ClockState clock, WorkingCalendar calendar) {
        return moments(procedure, clock, calendar).values().stream()
                .map(calendar::dayOf)
                .max(Comparator.naturalOrder())
                .filter(day -> day.isAfter(due(procedure, clock, calendar).lastDay()))
                .orElseGet(() -> due(procedure, clock, calendar).lastDay());
    }

    /** What is proposed counts from lateness under the text that gives the power; all else from the moment all together set. */
    private DueMoment due(Rung rung, EffectiveProcedure procedure, ClockState clock, WorkingCalendar calendar) {
        return rung.act() == RungAct.PROPOSE && rung.basis().isPresent()
                ? dueUnder(rung.basis().get().pack(), procedure, clock, calendar)
                : due(procedure, clock, calendar);
    }

    private static Instant moment(Rung rung, DueMoment due, ClockState clock, WorkingCalendar calendar) {
        if (rung.offset() == 0) {
            return due.due();
        }
        if (rung.offset() > 0) {
            return calendar.endOf(calendar.workingDayAfter(due.lastDay(), rung.offset()));
        }
        var at = calendar.startOf(calendar.workingDayBefore(due.lastDay(), -rung.offset()));
        return at.isBefore(clock.startedAt()) ? clock.startedAt() : at;
    }

    private static List<String> addressees(
            Rung rung,
            EffectiveProcedure procedure,
            Map<String, List<String>> parties,
            ClockState clock,
            Organs organs) {
        var text = procedure.packOf(
                rung.basis().orElse(procedure.clock(clock.rule()).rule().basis()));
        var over = new OrgansOver(organs, clock.obligor(), text.region());
        var agencies = new LinkedHashSet<String>();
        for (var to : rung.to()) {
            var organ = strategy(to);
            if (organ.isPresent()) {
                over.find(organ.get()).ifPresent(agencies::add);
            } else {
                agencies.addAll(parties.getOrDefault(to, List.of()));
            }
        }
        if (rung.act() == RungAct.PROPOSE) {
            agencies.removeIf(organ -> !binds(text, organ, organs) || !binds(text, clock.obligor(), organs));
        }
        return List.copyOf(agencies);
    }

    /** Nothing is proposed under a text that does not bind both the organ and the agency that owes the duty. */
    private static boolean binds(Pack text, String agency, Organs organs) {
        return new Bodies(organs).of(agency).filter(text::binds).isPresent();
    }

    private static Optional<Addressee> strategy(String name) {
        return List.of(Addressee.values()).stream()
                .filter(organ -> Doc.nameOf(organ).equals(name))
                .findFirst();
    }
}
