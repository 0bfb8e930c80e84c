package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.calendar.CalendarBook;
import org.govshare.casework.command.CommandContext;
import org.govshare.casework.command.CommandResult;
import org.govshare.casework.trail.Trail;
import org.govshare.casework.trail.TrailEntry;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.platform.sql.RowIds;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.procedure.Breach;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Matter;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Reason;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.Verdict;

/**
 * Opens the acts of organs, such as an order to correct: cases about a clock of another case, whose trail tells of them
 * too and whose agency is told.
 */
@ApplicationScoped
public class OrganCases {
    /** Refusals of one who is no organ for it; they tell nothing to who may not see the case. */
    private static final Set<Reason> NOT_FOR_YOU =
            Set.of(Reason.NO_LAW, Reason.PLACE_CLOSED, Reason.NOT_THE_ACTOR, Reason.PARTY_UNKNOWN);

    private final Cases cases;
    private final CaseStore store;
    private final ClockStore clocks;
    private final CaseAccess access;
    private final LawBook law;
    private final CalendarBook calendars;
    private final Trail trail;
    private final OrganNotices notices;

    OrganCases(
            Cases cases,
            CaseStore store,
            ClockStore clocks,
            CaseAccess access,
            LawBook law,
            CalendarBook calendars,
            Trail trail,
            OrganNotices notices) {
        this.cases = cases;
        this.store = store;
        this.clocks = clocks;
        this.access = access;
        this.law = law;
        this.calendars = calendars;
        this.trail = trail;
        this.notices = notices;
    }

    /** Path under which acts of a kind are given and read: {@code /corrections} for {@code correction}. */
    public static String collectionOf(String kind) {
        return "/" + kind + "s";
    }

    /**
     * Opens an act about the clock of a case. An organ that the law names may act whether or not it was ever addressed
     * about the case; to anybody else a case that it may not see does not exist.
     *
     * @param kind kind of the act's procedure, such as {@code correction}
     * @param clock name of the clock; of several runs the last that was breached
     * @param fields what the act states
     */
    public CommandResult open(
            CommandContext context, String kind, UUID caseId, String clock, Map<String, String> fields) {
        Optional<CaseFile> found = store.lock(caseId);
        if (found.isEmpty()) {
            return new CommandResult.Refused(Problem.notFound());
        }
        CaseFile file = found.get();
        boolean seen = access.sees(context.caller(), file);
        Optional<CaseClock> row = lastBreached(context, file, clock);
        if (row.isEmpty()) {
            return new CommandResult.Refused(
                    seen
                            ? Problem.field(Violation.invalid("/clock", "该办件没有这一期限", "is no clock of the case"))
                            : Problem.notFound());
        }
        Verdict verdict = law.decider().open(opening(context, kind, file, row.get(), fields), context.now());
        if (verdict instanceof Refusal refusal) {
            return new CommandResult.Refused(
                    !seen && NOT_FOR_YOU.contains(refusal.reason())
                            ? Problem.notFound()
                            : RefusalProblem.of(refusal, "/fields"));
        }
        if (stands(kind, row.get())) {
            return new CommandResult.Refused(
                    Problem.of(ProblemType.CONFLICT, "就该逾期已有同样的处理。", "Such an act about this breach stands already."));
        }
        return write(context, file, row.get(), (Decision) verdict, fields);
    }

    private CommandResult write(
            CommandContext context, CaseFile file, CaseClock clock, Decision decision, Map<String, String> fields) {
        String kind = decision.after().procedure().kind();
        CommandResult result =
                cases.write(context, decision, collectionOf(kind), file.datasetId, file.region, obligor(clock), fields);
        CaseFile.<CaseFile>findById(decision.after().id()).aboutClock = clock.id;
        trail.enter(TrailEntry.by(
                context.caller(),
                Optional.of(file.id),
                context.now(),
                kind,
                Map.of(
                        "clock", clock.id.toString(),
                        "act", decision.after().id().toString(),
                        "pack", decision.basis().pack(),
                        "article", decision.basis().article())));
        notices.tell(decision, context.caller().agency(), obligor(clock), clock, context.now());
        return result;
    }

    private Opening opening(
            CommandContext context, String kind, CaseFile file, CaseClock row, Map<String, String> fields) {
        Matter matter = new Matter(kind, Optional.empty(), file.region, law.dayOf(context.now()));
        Breach breach =
                new Breach(file.kind, row.duty, obligor(row), due(file, row).due(), Optional.ofNullable(row.endedAt));
        return new Opening(RowIds.next(), matter, context.caller().agency(), obligor(row), fields, Optional.of(breach));
    }

    /** Who owes the duty now: the successor of an agency that has ended. */
    private String obligor(CaseClock row) {
        return law.organs().holderOf(row.obligor);
    }

    /** As the calendar in force counts it: a recount that still waits must not leave a breach that is none. */
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
                .filter(row -> row.breached(context.now()))
                .max(byRun)
                .or(() -> runs.stream().max(byRun));
    }

    /** One that is open, or that was done with its opening, as a circular is; one withdrawn does not stand. */
    private static boolean stands(String kind, CaseClock clock) {
        return CaseFile.<CaseFile>list("aboutClock = ?1 and kind = ?2", clock.id, kind).stream()
                .anyMatch(act -> !act.closed || act.changedAt.equals(act.openedAt));
    }
}
