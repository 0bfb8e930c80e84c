package org.govshare.casework.view;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govshare.casework.CaseClock;
import org.govshare.casework.CaseFile;
import org.govshare.casework.CaseStore;
import org.govshare.casework.ClockStore;
import org.govshare.casework.OrganCases;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.view.CaseView.AgencyName;
import org.govshare.casework.view.CaseView.RemedyView;
import org.govshare.platform.identity.Caller;
import org.govshare.registry.Agency;
import org.govshare.registry.Registry;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.procedure.Actor;
import org.govshare.regulation.procedure.Breach;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Remedy;

/** What organs may do about a breach, for one reader. */
@ApplicationScoped
class Remedies {
    private final LawBook law;
    private final Registry registry;

    Remedies(LawBook law, Registry registry) {
        this.law = law;
        this.registry = registry;
    }

    /** The acts whose lists cover the clock's duty; none while it is not breached. Each says what it takes up. */
    List<RemedyView> of(Caller caller, CaseFile file, CaseClock clock, Instant lawNow, Locale language) {
        if (!clock.breached(lawNow)) {
            return List.of();
        }
        String obligor = law.organs().holderOf(clock.obligor);
        Decider decider = law.decider();
        ClockState state = ClockStore.state(clock);
        Breach breach = new Breach(
                file.kind,
                clock.duty,
                obligor,
                clock.dueAt,
                law.dueUnder(CaseStore.ref(file), state, law.calendar()),
                Optional.ofNullable(clock.endedAt));
        return decider.remedies(law.dayOf(lawNow), breach, lawNow).stream()
                .map(remedy -> view(caller, remedy, mayTakePart(decider, caller, remedy, lawNow), language))
                .toList();
    }

    private static boolean mayTakePart(Decider decider, Caller caller, Remedy remedy, Instant lawNow) {
        Actor actor = new Actor(caller.agency(), caller.roles());
        String kind = remedy.procedure().procedure().kind();
        return caller.actsForAgency() && decider.contractor(actor, kind, lawNow).isEmpty();
    }

    private RemedyView view(Caller caller, Remedy remedy, boolean mayTakePart, Locale language) {
        Basis basis = remedy.item().basis();
        return new RemedyView(
                remedy.answers(),
                remedy.procedure().title().in(language),
                OrganCases.collectionOf(remedy.procedure().procedure().kind()),
                remedy.item().name(),
                remedy.item().title().in(language),
                basis.pack() + " " + basis.article(),
                basis.note().map(note -> note.in(language)).orElse(null),
                remedy.organs().stream().map(this::name).toList(),
                false,
                mayTakePart && remedy.organs().contains(caller.agency()));
    }

    private AgencyName name(String code) {
        return new AgencyName(code, registry.agency(code).map(Agency::name).orElse(code));
    }

    /** The same, with the one that a rung proposes marked. */
    static List<RemedyView> marking(List<RemedyView> remedies, String proposed) {
        return remedies.stream()
                .map(remedy -> new RemedyView(
                        remedy.act(),
                        remedy.title(),
                        remedy.post(),
                        remedy.grounds(),
                        remedy.groundsTitle(),
                        remedy.basis(),
                        remedy.chosen(),
                        remedy.organs(),
                        remedy.act().equals(proposed),
                        remedy.yours()))
                .toList();
    }
}
