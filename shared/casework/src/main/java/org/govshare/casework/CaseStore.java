package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.casework.ClockStore.Projected;
import org.govshare.commands.CaseLocks;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.time.LawTime;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.PackRef;
import org.govshare.regulation.pack.ProcedureRef;
import org.govshare.regulation.procedure.CaseState;

/** Turns rows into the law's picture of a case and back. */
@ApplicationScoped
public class CaseStore implements CaseLocks {
    private final EntityManager database;
    private final Database sql;
    private final ClockStore clocks;
    private final Organs organs;
    private final CaseRows rows;
    private final Clock lawTime;

    CaseStore(
            EntityManager database,
            Database sql,
            ClockStore clocks,
            Organs organs,
            CaseRows rows,
            @LawTime Clock lawTime) {
        this.lawTime = lawTime;
        this.organs = organs;
        this.database = database;
        this.sql = sql;
        this.clocks = clocks;
        this.rows = rows;
    }

    /** The case's row, locked until the end of the transaction so that its commands come one after another. */
    public Optional<CaseFile> lock(UUID id) {
        return Optional.ofNullable(database.find(CaseFile.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void lockAll(Set<UUID> ids) {
        if (!ids.isEmpty()) {
            sql.call(connection ->
                    Sql.on(connection, """
                            select 1 from govshare.case_file where id = any (:ids)
                               or id in (select about_case from govshare.case_file where id = any (:ids))
                            order by id for update""").array("ids", "uuid", ids).list(row -> 1));
        }
    }

    /** The case as it is today: an agency that has ended is replaced by its successor; the rows stay as they were written. */
    public CaseState state(CaseFile file) {
        return new CaseState(
                file.id,
                ref(file),
                file.step,
                file.leg,
                file.closed,
                file.openedAt,
                holders(file.id),
                file.facts,
                clockStates(file.id));
    }

    private List<ClockState> clockStates(UUID caseId) {
        List<CaseClock> rows = clocks.of(caseId);
        Map<UUID, Set<String>> acts = actedUnder(rows);
        return rows.stream()
                .map(row -> ClockStore.state(row)
                        .owedBy(organs.holderOf(row.obligor))
                        .actedUnder(acts.getOrDefault(row.id, Set.of())))
                .toList();
    }

    /** The ids of the packs that give the steps of organs' acts, by the late clock that each is about; no other has one. */
    private Map<UUID, Set<String>> actedUnder(List<CaseClock> rows) {
        Instant now = lawTime.instant();
        List<UUID> late = rows.stream()
                .filter(row -> row.breached(now))
                .map(row -> row.id)
                .toList();
        if (late.isEmpty()) {
            return Map.of();
        }
        return CaseFile.<CaseFile>list("aboutClock in ?1", late).stream()
                .collect(Collectors.groupingBy(
                        act -> act.aboutClock,
                        Collectors.mapping(act -> act.packs.get(0).get("id"), Collectors.toSet())));
    }

    public static ProcedureRef ref(CaseFile file) {
        List<PackRef> packs = file.packs.stream().map(PackRef::of).toList();
        return new ProcedureRef(file.kind, file.variant, packs);
    }

    private Map<String, List<String>> holders(UUID caseId) {
        Map<String, List<String>> holders = parties(caseId);
        holders.replaceAll(
                (party, agencies) -> agencies.stream().map(organs::holderOf).toList());
        return holders;
    }

    /** Credit codes by party as they were when the case was opened, in the order of their positions. */
    public Map<String, List<String>> parties(UUID caseId) {
        Map<String, List<String>> parties = new HashMap<>();
        CaseParty.<CaseParty>list("caseId = ?1 order by party, position", caseId)
                .forEach(row -> parties.computeIfAbsent(row.party, name -> new ArrayList<>())
                        .add(row.agency));
        return parties;
    }

    /** Writes a case that has just been opened, its parties and its clocks, which it returns. */
    List<ClockLine> insert(CaseState state, String region, String datasetId, String requester, String provider) {
        List<Projected> projected = clocks.projected(state);
        rows.insert(state, region, datasetId, requester, provider, projected);
        return projected.stream().map(Projected::line).toList();
    }

    /** The packs of a case as its row holds them. */
    static List<Map<String, String>> packs(CaseState state) {
        return state.procedure().packs().stream().map(PackRef::entry).toList();
    }

    /** Writes what a command changed, and returns the clocks among it. */
    List<ClockLine> update(CaseFile file, CaseState after, Instant lawNow) {
        copy(after, file, lawNow);
        database.flush();
        return clocks.save(after, lawNow);
    }

    private static void copy(CaseState state, CaseFile file, Instant lawNow) {
        file.step = state.step();
        file.leg = state.leg();
        file.closed = state.closed();
        file.changedAt = lawNow;
        file.facts = new TreeMap<>(state.facts());
    }
}
