package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.govshare.casework.calendar.CalendarBook;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.messages.CaseworkMessages;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandResult;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.platform.sql.RowIds;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.pack.ProcedureRef;
import org.govshare.regulation.procedure.Breach;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Reason;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;

/**
 * Opens the acts of organs, such as an order to correct: cases about a breach in another case, whose trail names them
 * too.
 */
@ApplicationScoped
public class OrganCases {
    /** Refusals of a caller that is not an organ for the case; they say nothing to one who may not see it. */
    private static final Set<Reason> NOT_FOR_YOU =
            Set.of(Reason.NO_LAW, Reason.JURISDICTION_CLOSED, Reason.NOT_THE_ACTOR, Reason.PARTY_UNKNOWN);

    private final Cases cases;
    private final CaseStore store;
    private final ClockStore clocks;
    private final CaseAccess access;
    private final LawBook law;
    private final CalendarBook calendars;
    private final Trail trail;
    private final ActionNotices notices;
    private final WhoseTurn turn;

    OrganCases(
            Cases cases,
            CaseStore store,
            ClockStore clocks,
            CaseAccess access,
            LawBook law,
            CalendarBook calendars,
            Trail trail,
            ActionNotices notices,
            WhoseTurn turn) {
        this.cases = cases;
        this.store = store;
        this.clocks = clocks;
        this.access = access;
        this.law = law;
        this.calendars = calendars;
        this.trail = trail;
        this.notices = notices;
        this.turn = turn;
    }

    /** Path under which acts of a kind are given and read: {@code /acts/correction} for {@code correction}. */
    public static String collectionOf(String kind) {
        return "/acts/" + kind;
    }

    /**
     * Opens an act about the clock of a case. An organ that the law names may act whether or not it was ever addressed
     * about the case; but to a caller who may not see the case, and in whose territory it does not lie, it does not exist.
     *
     * @param kind kind of the act's procedure, such as {@code correction}
     * @param clock name of the clock; of several runs the last that was breached
     * @param fields what the act states
     */
    public CommandResult openLate(
            CommandContext context, String kind, UUID caseId, String clock, Map<String, String> fields) {
        return open(
                context,
                kind,
                caseId,
                fields,
                this::noClock,
                file -> lastBreached(context, file, clock)
                        .map(row -> new CaseBreach(file, Optional.of(row), holder(row.obligor))));
    }

    /**
     * Opens an act about what the organ has found a party of a case to have done, where no late clock shows it; the case
     * is where it is recorded.
     *
     * @param agency credit code of the party
     */
    public CommandResult openFound(
            CommandContext context, String kind, UUID caseId, String agency, Map<String, String> fields) {
        return open(
                context,
                kind,
                caseId,
                fields,
                this::noParty,
                file -> Optional.of(holder(agency))
                        .filter(party -> store.state(file).parties().values().stream()
                                .anyMatch(agencies -> agencies.contains(party)))
                        .map(party -> new CaseBreach(file, Optional.empty(), party)));
    }

    private Violation noClock(CaseFile file) {
        List<String> clocks =
                this.clocks.of(file.id).stream().map(row -> row.rule).distinct().toList();
        return Violation.invalid("/clock", CaseworkMessages.mustBeClock(clocks));
    }

    private Violation noParty(CaseFile file) {
        List<String> agencies = store.state(file).parties().values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        return Violation.invalid("/agency", CaseworkMessages.mustBeParty(agencies));
    }

    private CommandResult open(
            CommandContext context,
            String kind,
            UUID caseId,
            Map<String, String> fields,
            Function<CaseFile, Violation> none,
            Function<CaseFile, Optional<CaseBreach>> breaches) {
        Optional<CaseFile> file = store.lock(caseId);
        if (file.isEmpty()) {
            return new CommandResult.Refused(Problem.notFound());
        }
        CommandResult result = open(context, kind, file.get(), fields, none, breaches);
        return result instanceof CommandResult.Refused && !mayKnow(context.caller(), file.get())
                ? new CommandResult.Refused(Problem.notFound())
                : result;
    }

    private CommandResult open(
            CommandContext context,
            String kind,
            CaseFile file,
            Map<String, String> fields,
            Function<CaseFile, Violation> none,
            Function<CaseFile, Optional<CaseBreach>> breaches) {
        Optional<CaseBreach> breach = breaches.apply(file);
        boolean seen = access.sees(context.caller(), file);
        if (breach.isEmpty()) {
            return new CommandResult.Refused(seen ? Problem.field(none.apply(file)) : Problem.notFound());
        }
        Verdict verdict = law.decider().open(opening(context, kind, breach.get(), fields), context.lawNow());
        if (verdict instanceof Refusal refusal) {
            Refusal told = turn.toldTo(context.caller(), store.state(file), refusal);
            return new CommandResult.Refused(
                    !seen && NOT_FOR_YOU.contains(refusal.reason())
                            ? Problem.notFound()
                            : RefusalProblem.of(told, "/fields"));
        }
        Decision decision = (Decision) verdict;
        if (isInForce(breach.get(), decision)) {
            return new CommandResult.Refused(Problem.of(ProblemType.CONFLICT, CaseworkMessages.SAME_ACT_GIVEN));
        }
        return write(context, breach.get(), decision, fields);
    }

    /** An overseer may learn that there is such a case in its territory; what an organ states wrongly, it must be able to mend. */
    private boolean mayKnow(Caller caller, CaseFile file) {
        return access.sees(caller, file) || access.isInTerritory(caller, file);
    }

    private CommandResult write(
            CommandContext context, CaseBreach breach, Decision decision, Map<String, String> fields) {
        String kind = decision.after().procedure().kind();
        CaseFile file = breach.file();
        String about = breach.clock().map(clock -> clock.id).orElse(file.id).toString();
        CommandResult result = cases.write(
                context,
                new NewCase(
                        decision,
                        collectionOf(kind),
                        file.datasetId,
                        file.region,
                        breach.agency(),
                        fields,
                        Map.of(breach.clock().isPresent() ? "about_clock" : NewCase.ABOUT_CASE, about),
                        () -> notices.give(decision, context.caller().agency(), breach, context.lawNow())));
        CaseFile act = CaseFile.findById(decision.after().id());
        breach.clock().ifPresentOrElse(clock -> act.aboutClock = clock.id, () -> act.aboutCase = file.id);
        Map<String, String> details = Map.of(
                "act",
                act.id.toString(),
                "pack",
                decision.basis().pack(),
                "article",
                decision.basis().article(),
                breach.clock().isPresent() ? "clock" : "agency",
                breach.clock().map(clock -> clock.id.toString()).orElse(breach.agency()));
        trail.enter(TrailEntry.by(context.caller(), Optional.of(file.id), context.lawNow(), kind, details));
        return result;
    }

    private Opening opening(CommandContext context, String kind, CaseBreach breach, Map<String, String> fields) {
        CaseFile file = breach.file();
        Matter matter = new Matter(kind, Optional.empty(), file.region, law.dayOf(context.lawNow()));
        Optional<Breach> late = breach.clock()
                .map(row -> new Breach(
                        file.kind,
                        row.duty,
                        breach.agency(),
                        due(file, row).due(),
                        law.dueUnder(
                                CaseStore.ref(file),
                                ClockStore.state(row),
                                calendars.refresh().calendar()),
                        Optional.ofNullable(row.endedAt)));
        return new Opening(
                RowIds.next(),
                matter,
                context.caller().agency(),
                breach.agency(),
                fields,
                late,
                context.caller().roles());
    }

    /** Who answers now: the successor of an agency that has ended. */
    private String holder(String agency) {
        return law.organs().holderOf(agency);
    }

    /** As the calendar in force counts it: while a recount waits, a clock must not count as breached if the new calendar says that it is not. */
    private DueMoment due(CaseFile file, CaseClock row) {
        return law.clocks()
                .due(
                        law.procedure(CaseStore.ref(file)),
                        ClockStore.state(row),
                        calendars.refresh().calendar());
    }

    private Optional<CaseClock> lastBreached(CommandContext context, CaseFile file, String clock) {
        List<CaseClock> runs = clocks.of(file.id).stream()
                .filter(row -> row.rule.equals(clock))
                .toList();
        Comparator<CaseClock> byRun = Comparator.comparing(row -> row.ordinal);
        return runs.stream()
                .filter(row -> row.breached(context.lawNow()))
                .max(byRun)
                .or(() -> runs.stream().max(byRun));
    }

    /** One that is open, or that was done with its opening, as a circular is; one withdrawn is not in force. */
    private boolean isInForce(CaseBreach breach, Decision decision) {
        String kind = decision.after().procedure().kind();
        Stream<CaseFile> acts = breach.clock()
                .map(clock -> CaseFile.<CaseFile>list("aboutClock = ?1 and kind = ?2", clock.id, kind).stream())
                .orElseGet(
                        () -> CaseFile.<CaseFile>list("aboutCase = ?1 and kind = ?2", breach.file().id, kind).stream()
                                .filter(act -> holder(act.provider).equals(breach.agency()))
                                .filter(act -> restsOnTheSame(act, decision)));
        String text = textOf(decision.after().procedure());
        return acts.filter(act -> textOf(CaseStore.ref(act)).equals(text))
                .anyMatch(act -> !act.closed || act.changedAt.equals(act.openedAt));
    }

    /** Powers add up: an act under one text leaves another organ's under another. */
    private static String textOf(ProcedureRef act) {
        return act.packs().get(0).id();
    }

    /** Without a clock a breach is what was found, under what the article lists. */
    private boolean restsOnTheSame(CaseFile act, Decision decision) {
        Map<String, String> facts = decision.after().facts();
        return law.procedure(decision.after().procedure()).procedure().grounds().stream()
                .map(Field::name)
                .allMatch(field -> Objects.equals(act.facts.get(field), facts.get(field)));
    }
}
