package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.casework.calendar.CalendarBook.Edition;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.rung.ClockMoved;
import org.govshare.casework.rung.RetiredRungs;
import org.govshare.platform.sql.Cells;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.RowIds;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.DueMoment;
import org.govshare.regulation.clock.ExtensionAsked;
import org.govshare.regulation.clock.RungMoment;
import org.govshare.regulation.clock.StatedReason;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.procedure.CaseState;

/** Keeps clocks with their due moment and the rungs still to come, projected anew whenever a clock changes. */
@ApplicationScoped
public class ClockStore {
    private final LawBook law;
    private final EntityManager database;
    private final Database sql;
    private final RetiredRungs retired;
    private final CaseRows fresh;

    ClockStore(LawBook law, EntityManager database, Database sql, RetiredRungs retired, CaseRows fresh) {
        this.law = law;
        this.database = database;
        this.sql = sql;
        this.retired = retired;
        this.fresh = fresh;
    }

    /** The clocks of a case in the order they started. */
    public List<CaseClock> of(UUID caseId) {
        return CaseClock.list("caseId = ?1 order by startedAt, rule, ordinal", caseId);
    }

    /** How notices moved a clock's due moment, in the order of the recounts. */
    public List<ClockMove> movesOf(UUID clockId) {
        return sql.call(connection -> Sql.on(connection, """
                        select j.from_due, j.to_due, n.year, j.at from govshare.due_journal j
                          join govshare.holiday_notice n on n.version = j.calendar
                         where j.clock_id = :clock order by j.projection
                        """)
                .bind("clock", clockId)
                .list(row -> new ClockMove(
                        Cells.instant(row, "from_due"),
                        Cells.instant(row, "to_due"),
                        row.getInt("year"),
                        Cells.instant(row, "at"))));
    }

    /** The rungs of a case, waiting, fired or moot, in the order of their moments. */
    public List<ClockRung> rungsOf(UUID caseId) {
        return ClockRung.list("caseId = ?1 order by dueAt, rung", caseId);
    }

    public static ClockState state(CaseClock row) {
        return new ClockState(
                row.rule,
                row.ordinal,
                row.duty,
                row.obligor,
                row.startedAt,
                Optional.ofNullable(row.setDate),
                row.extension,
                Optional.ofNullable(row.asked)
                        .map(asked -> new ExtensionAsked(
                                Integer.parseInt(asked.get("amount")),
                                asked.get("grounds"),
                                Instant.parse(asked.get("at")))),
                Optional.ofNullable(row.endedAt),
                Optional.ofNullable(row.ended),
                reasons(row),
                Set.of());
    }

    /** What the obligor has stated as its reasons for being late, the last one last. */
    public static List<StatedReason> reasons(CaseClock row) {
        return Optional.ofNullable(row.reasons).orElse(List.of()).stream()
                .map(stated ->
                        new StatedReason(stated.get("agency"), stated.get("reason"), Instant.parse(stated.get("at"))))
                .toList();
    }

    /** Reasons as a clock's row holds them; null where there are none. */
    static List<Map<String, String>> written(List<StatedReason> reasons) {
        return reasons.isEmpty()
                ? null
                : reasons.stream()
                        .map(stated -> Map.of(
                                "agency", stated.agency(),
                                "reason", stated.reason(),
                                "at", stated.at().toString()))
                        .toList();
    }

    /**
     * Writes the clocks of a state: new ones are inserted, changed ones are projected again.
     *
     * @return those it wrote
     */
    List<ClockLine> save(CaseState state, Instant lawNow) {
        EffectiveProcedure procedure = law.procedure(state.procedure());
        List<CaseClock> rows = of(state.id());
        List<ClockLine> written = new ArrayList<>();
        for (ClockState clock : state.clocks()) {
            Optional<CaseClock> row = rows.stream()
                    .filter(r -> r.rule.equals(clock.rule()) && r.ordinal == clock.ordinal())
                    .findFirst();
            if (row.isEmpty()) {
                written.add(insert(procedure, state, clock));
            } else if (!state(row.get()).equals(clock.actedUnder(Set.of()))) {
                written.add(update(procedure, state, clock, row.get(), lawNow));
            }
        }
        return written;
    }

    /** A clock and its rungs as they are to be written. */
    record Projected(CaseClock clock, List<ClockRung> rungs) {
        ClockLine line() {
            return ClockLine.of(clock, rungs);
        }
    }

    /** The clocks of a case that has just been opened, as new rows that nobody keeps yet. */
    List<Projected> projected(CaseState state) {
        EffectiveProcedure procedure = law.procedure(state.procedure());
        return state.clocks().stream()
                .map(clock -> projected(procedure, state, clock))
                .toList();
    }

    private Projected projected(EffectiveProcedure procedure, CaseState state, ClockState clock) {
        CaseClock row = new CaseClock();
        row.id = RowIds.next();
        row.caseId = state.id();
        row.rule = clock.rule();
        row.ordinal = clock.ordinal();
        row.duty = clock.duty();
        row.obligor = clock.obligor();
        row.startedAt = clock.startedAt();
        row.setDate = clock.setDate().orElse(null);
        row.projection = 1;
        copy(clock, row);
        project(procedure, clock, row);
        return new Projected(row, rungs(procedure, state, clock, row));
    }

    private ClockLine insert(EffectiveProcedure procedure, CaseState state, ClockState clock) {
        Projected made = projected(procedure, state, clock);
        fresh.insert(List.of(made));
        return made.line();
    }

    private ClockLine update(
            EffectiveProcedure procedure, CaseState state, ClockState clock, CaseClock row, Instant lawNow) {
        boolean moved = row.extension != clock.extension();
        copy(clock, row);
        List<ClockRung> rungs = moved ? move(procedure, state, clock, row, lawNow) : List.of();
        if (row.endedAt != null) {
            retire(row, row.endedAt);
        }
        return ClockLine.of(row, rungs);
    }

    /** Projects a clock anew; a rung keeps having fired only if its new moment, too, has come. */
    private List<ClockRung> move(
            EffectiveProcedure procedure, CaseState state, ClockState clock, CaseClock row, Instant lawNow) {
        int before = row.projection;
        Map<String, Instant> fired =
                ClockRung.<ClockRung>list("clockId = ?1 and projection = ?2 and firedAt is not null", row.id, before)
                        .stream()
                        .collect(Collectors.toMap(rung -> rung.rung, rung -> rung.firedAt));
        row.projection = before + 1;
        project(procedure, clock, row);
        List<ClockRung> rungs = rungs(procedure, state, clock, row);
        for (ClockRung rung : rungs) {
            rung.firedAt = rung.dueAt.isAfter(lawNow) ? null : fired.get(rung.rung);
            rung.persist();
        }
        database.flush();
        retired.retire(List.of(row.id), List.of(before), ClockMoved.BY_EXTENSION, lawNow);
        return rungs;
    }

    private void copy(ClockState clock, CaseClock row) {
        row.extension = clock.extension();
        row.asked = clock.asked()
                .map(asked -> Map.of(
                        "amount", Integer.toString(asked.amount()),
                        "grounds", asked.grounds(),
                        "at", asked.at().toString()))
                .orElse(null);
        row.reasons = written(clock.reasons());
        row.endedAt = clock.endedAt().orElse(null);
        row.ended = clock.end().orElse(null);
    }

    private void project(EffectiveProcedure procedure, ClockState clock, CaseClock row) {
        Edition edition = law.edition();
        DueMoment due = law.clocks().due(procedure, clock, edition.calendar());
        row.dueAt = due.due();
        row.lastDay = due.lastDay();
        row.provisional = due.provisional();
        row.countedTo = law.clocks().dependsUpTo(procedure, clock, edition.calendar());
        row.calendar = edition.version();
    }

    private List<ClockRung> rungs(EffectiveProcedure procedure, CaseState state, ClockState clock, CaseClock row) {
        List<ClockRung> rungs = new ArrayList<>();
        for (RungMoment moment : law.clocks().rungs(procedure, state.parties(), clock, law.organs(), law.calendar())) {
            ClockRung rung = new ClockRung();
            rung.clockId = row.id;
            rung.rung = moment.rung();
            rung.projection = row.projection;
            rung.caseId = row.caseId;
            rung.dueAt = moment.at();
            rung.act = moment.act().name();
            rung.addressees = moment.addressees();
            rung.proposedAct = moment.proposedAct();
            rung.pack = moment.basis().pack();
            rung.article = moment.basis().article();
            rungs.add(rung);
        }
        return rungs;
    }

    /** Rungs after the moment will never be reached; those before it and not yet fired still fire, late. */
    private static void retire(CaseClock row, Instant after) {
        ClockRung.<ClockRung>list("clockId = ?1 and firedAt is null and not moot", row.id).stream()
                .filter(rung -> rung.dueAt.isAfter(after) || rung.dueAt.equals(after))
                .forEach(rung -> rung.moot = true);
    }
}
