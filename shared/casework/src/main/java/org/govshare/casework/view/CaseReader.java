package org.govshare.casework.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.govshare.casework.CaseAccess;
import org.govshare.casework.CaseClock;
import org.govshare.casework.CaseFile;
import org.govshare.casework.CaseStore;
import org.govshare.casework.ClockRung;
import org.govshare.casework.ClockStore;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.view.CaseView.AboutView;
import org.govshare.casework.view.CaseView.ActionView;
import org.govshare.casework.view.CaseView.AgencyName;
import org.govshare.casework.view.CaseView.ClockView;
import org.govshare.casework.view.CaseView.DayView;
import org.govshare.casework.view.CaseView.MoveView;
import org.govshare.casework.view.CaseView.ReasonView;
import org.govshare.casework.view.CaseView.RemedyView;
import org.govshare.casework.view.CaseView.RungView;
import org.govshare.casework.view.CaseView.TimelineView;
import org.govshare.commands.trail.AuditEntry;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.time.LawTime;
import org.govshare.registry.Agency;
import org.govshare.registry.Registry;
import org.govshare.regulation.document.Basis;
import org.govshare.regulation.explanation.CountedDay;
import org.govshare.regulation.explanation.Explanation;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.procedure.Actor;
import org.govshare.regulation.procedure.AvailableAction;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decider;

/** Reads one case for one reader, in the reader's language. */
@ApplicationScoped
public class CaseReader {
    private final CaseStore store;
    private final ClockStore clocks;
    private final CaseAccess access;
    private final Trail trail;
    private final LawBook law;
    private final Registry registry;
    private final Remedies remedies;
    private final Clock lawTime;

    CaseReader(
            CaseStore store,
            ClockStore clocks,
            CaseAccess access,
            Trail trail,
            LawBook law,
            Registry registry,
            Remedies remedies,
            @LawTime Clock lawTime) {
        this.store = store;
        this.clocks = clocks;
        this.access = access;
        this.trail = trail;
        this.law = law;
        this.registry = registry;
        this.remedies = remedies;
        this.lawTime = lawTime;
    }

    /**
     * The case, or nothing when there is none of these kinds that the caller may see. That it was read is entered in the
     * trail, under the case's id but not in its chain.
     */
    @Transactional
    public Optional<CaseView> read(Caller caller, Set<String> kinds, UUID id, Locale language) {
        return CaseFile.<CaseFile>findByIdOptional(id)
                .filter(file -> kinds.contains(file.kind))
                .filter(file -> access.sees(caller, file))
                .map(file -> {
                    CaseView view = view(caller, file, language);
                    enterReading(caller, file);
                    return view;
                });
    }

    private void enterReading(Caller caller, CaseFile file) {
        trail.enter(TrailEntry.by(caller, Optional.empty(), lawTime.instant(), "read-case", Map.of())
                .about(Optional.of(file.id)));
    }

    private CaseView view(Caller caller, CaseFile file, Locale language) {
        CaseState state = store.state(file);
        EffectiveProcedure procedure = law.procedure(state.procedure());
        List<AuditEntry> happened = trail.of(file.id);
        return new CaseView(
                file.id,
                file.kind,
                file.variant,
                procedure.title().in(language),
                file.datasetId,
                name(file.requester),
                name(file.provider),
                file.region,
                about(file),
                file.step,
                file.closed,
                file.openedAt,
                state.procedure().packs().stream().map(pack -> pack.id()).toList(),
                procedure.notCarried().stream()
                        .map(item -> item.basis().pack() + " " + item.basis().article() + ": "
                                + item.what().in(language))
                        .toList(),
                parties(state),
                new TreeMap<>(file.facts),
                clockViews(caller, procedure, file, language),
                new PromptViews(procedure, state, this::name).of(happened, language),
                happened.stream().map(this::timeline).toList(),
                actions(caller, state, language));
    }

    private Map<String, List<AgencyName>> parties(CaseState state) {
        Map<String, List<AgencyName>> parties = new LinkedHashMap<>();
        new TreeMap<>(state.parties())
                .forEach((party, agencies) ->
                        parties.put(party, agencies.stream().map(this::name).toList()));
        return parties;
    }

    private AboutView about(CaseFile file) {
        if (file.aboutCase != null) {
            CaseFile found = CaseFile.findById(file.aboutCase);
            boolean onGrant = law.procedure(CaseStore.ref(file)).procedure().isOnGrant();
            return new AboutView(found.id, found.kind, null, onGrant ? null : name(file.provider), null, null);
        }
        if (file.aboutClock == null) {
            return null;
        }
        CaseClock clock = CaseClock.findById(file.aboutClock);
        CaseFile breached = CaseFile.findById(clock.caseId);
        return new AboutView(
                breached.id, breached.kind, clock.rule, name(clock.obligor), clock.lastDay, reasons(clock));
    }

    private List<ClockView> clockViews(Caller caller, EffectiveProcedure procedure, CaseFile file, Locale language) {
        Instant lawNow = lawTime.instant();
        List<ClockRung> rungs = clocks.rungsOf(file.id);
        return clocks.of(file.id).stream()
                .map(row -> clock(
                        procedure,
                        row,
                        rungs.stream()
                                .filter(rung -> rung.clockId.equals(row.id))
                                .toList(),
                        remedies.of(caller, file, row, lawNow, language),
                        lawNow,
                        language))
                .toList();
    }

    private ClockView clock(
            EffectiveProcedure procedure,
            CaseClock row,
            List<ClockRung> rungs,
            List<RemedyView> remedies,
            Instant lawNow,
            Locale language) {
        Explanation explanation = Explanation.of(procedure, ClockStore.state(row), law.calendar());
        boolean breached = row.breached(lawNow);
        return new ClockView(
                row.rule,
                row.duty,
                name(row.obligor),
                row.startedAt,
                row.lastDay,
                row.dueAt,
                row.provisional,
                row.extension,
                row.asked != null,
                reasons(row),
                row.endedAt,
                row.ended == null ? null : row.ended.name(),
                breached && row.endedAt == null,
                breached,
                explanation.text(language).lines().toList(),
                explanation.days().stream().map(day -> day(day, language)).toList(),
                clocks.movesOf(row.id).stream()
                        .map(move -> new MoveView(move.from(), move.to(), move.noticeYear(), move.at()))
                        .toList(),
                rungs.stream()
                        .filter(rung -> rung.projection == row.projection || rung.annulledAt != null)
                        .map(rung -> rung(rung, remedies))
                        .toList());
    }

    private List<ReasonView> reasons(CaseClock row) {
        return ClockStore.reasons(row).stream()
                .map(stated -> new ReasonView(stated.at(), name(stated.agency()), stated.reason()))
                .toList();
    }

    private static DayView day(CountedDay day, Locale language) {
        return new DayView(
                day.date(), day.number(), day.kind().name(), day.why().in(language), day.notices(), day.provisional());
    }

    private RungView rung(ClockRung rung, List<RemedyView> remedies) {
        return new RungView(
                rung.rung,
                rung.dueAt,
                rung.firedAt,
                rung.moot,
                rung.annulledAt,
                rung.act,
                rung.proposedAct.isEmpty() ? null : rung.proposedAct,
                rung.addressees.stream().map(this::name).toList(),
                rung.pack + " " + rung.article,
                rung.proposedAct.isEmpty() || rung.firedAt == null || rung.annulledAt != null
                        ? null
                        : Remedies.marking(remedies, rung.proposedAct));
    }

    private TimelineView timeline(AuditEntry entry) {
        Map<String, String> details = entry.details;
        return new TimelineView(
                entry.at,
                name(entry.agency),
                contractor(details),
                entry.action,
                details.getOrDefault("from", ""),
                details.getOrDefault("to", ""),
                (details.getOrDefault("pack", "") + " " + details.getOrDefault("article", "")).strip(),
                words(details, "effects"),
                words(details, "in-place-of"),
                entry.hash);
    }

    private static List<String> words(Map<String, String> details, String name) {
        String words = details.getOrDefault(name, "");
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }

    private AgencyName contractor(Map<String, String> details) {
        String code = details.get(TrailEntry.CONTRACTOR);
        return code == null
                ? null
                : new AgencyName(code, registry.contractorName(code).orElse(code));
    }

    private List<ActionView> actions(Caller caller, CaseState state, Locale language) {
        Decider decider = law.decider();
        Actor actor = new Actor(caller.agency(), caller.roles());
        boolean keptOut = decider.contractor(actor, state.procedure().kind(), lawTime.instant())
                .isPresent();
        return decider.available(state).stream()
                .map(action -> action(caller, keptOut, action, language))
                .toList();
    }

    private ActionView action(Caller caller, boolean keptOut, AvailableAction action, Locale language) {
        Basis basis = action.basis();
        return new ActionView(
                action.action(),
                action.title().in(language),
                action.party(),
                action.agencies().stream().map(this::name).toList(),
                action.role().orElse(null),
                action.requiredFields(),
                basis.pack() + " " + basis.article() + (basis.chosen() ? " (chosen)" : ""),
                basis.note().map(note -> note.in(language)).orElse(null),
                !keptOut
                        && action.agencies().contains(caller.agency())
                        && action.role().map(caller::has).orElse(true));
    }

    private AgencyName name(String code) {
        return new AgencyName(code, registry.agency(code).map(Agency::name).orElse(code));
    }
}
