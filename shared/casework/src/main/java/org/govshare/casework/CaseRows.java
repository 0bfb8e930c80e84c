package org.govshare.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.govshare.casework.ClockStore.Projected;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.procedure.CaseState;

/** Writes what is new of cases: a case that has just been opened whole, in one statement, since most of what machines send opens cases. */
@ApplicationScoped
class CaseRows {
    private static final String CLOCK = """
            insert into govshare.case_clock (%1$s)
              select %1$s from jsonb_populate_recordset(null::govshare.case_clock, cast(:clocks as jsonb))
            """.formatted(ClockColumns.names());
    private static final String RUNG = """
            insert into govshare.clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act,
              pack, article, moot)
            select clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act, pack, article, moot
            from jsonb_populate_recordset(null::govshare.clock_rung, cast(:rungs as jsonb))
            """;
    private static final String INSERT = """
            with file as (
              insert into govshare.case_file (id, kind, variant, packs, region, dataset_id, requester, provider, step,
                leg, closed, opened_at, changed_at, facts)
              select id, kind, variant, packs, region, dataset_id, requester, provider, step,
                leg, closed, opened_at, changed_at, facts
              from jsonb_populate_record(null::govshare.case_file, cast(:file as jsonb))),
            party as (
              insert into govshare.case_party (case_id, party, position, agency, opened_at)
              select case_id, party, position, agency, opened_at
              from jsonb_populate_recordset(null::govshare.case_party, cast(:parties as jsonb))),
            clock as (
            """ + CLOCK + ")\n" + RUNG;
    private static final String INSERT_CLOCKS = "with clock as (\n" + CLOCK + ")\n" + RUNG;

    private final Database database;
    private final ObjectMapper json;

    CaseRows(Database database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** In the caller's transaction. */
    void insert(
            CaseState state,
            String region,
            String datasetId,
            String requester,
            String provider,
            List<Projected> clocks) {
        database.call(connection -> bind(Sql.on(connection, INSERT), clocks)
                .bind("file", written(file(state, region, datasetId, requester, provider)))
                .bind("parties", written(parties(state)))
                .update());
    }

    /** Clocks that start in a case that is there, with their rungs; in the caller's transaction. */
    void insert(List<Projected> clocks) {
        database.call(
                connection -> bind(Sql.on(connection, INSERT_CLOCKS), clocks).update());
    }

    private Sql bind(Sql insert, List<Projected> clocks) {
        return insert.bind(
                        "clocks",
                        written(clocks.stream()
                                .map(p -> ClockColumns.row(p.clock()))
                                .toList()))
                .bind(
                        "rungs",
                        written(clocks.stream()
                                .flatMap(p -> p.rungs().stream())
                                .map(CaseRows::rung)
                                .toList()));
    }

    private String written(Object rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows of texts and numbers that cannot be written", e);
        }
    }

    private static Map<String, Object> file(
            CaseState state, String region, String datasetId, String requester, String provider) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", state.id());
        row.put("kind", state.procedure().kind());
        row.put("variant", state.procedure().variant());
        row.put("packs", CaseStore.packs(state));
        row.put("region", region);
        row.put("dataset_id", datasetId);
        row.put("requester", requester);
        row.put("provider", provider);
        row.put("step", state.step());
        row.put("leg", state.leg());
        row.put("closed", state.closed());
        row.put("opened_at", text(state.openedAt()));
        row.put("changed_at", text(state.openedAt()));
        row.put("facts", new TreeMap<>(state.facts()));
        return row;
    }

    private static List<Map<String, Object>> parties(CaseState state) {
        List<Map<String, Object>> rows = new ArrayList<>();
        state.parties().forEach((party, agencies) -> {
            for (int i = 0; i < agencies.size(); i++) {
                rows.add(Map.of(
                        "case_id", state.id(),
                        "party", party,
                        "position", i,
                        "agency", agencies.get(i),
                        "opened_at", text(state.openedAt())));
            }
        });
        return rows;
    }

    private static Map<String, Object> rung(ClockRung rung) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("clock_id", rung.clockId);
        row.put("rung", rung.rung);
        row.put("projection", rung.projection);
        row.put("case_id", rung.caseId);
        row.put("due_at", text(rung.dueAt));
        row.put("act", rung.act);
        row.put("addressees", rung.addressees);
        row.put("proposed_act", rung.proposedAct);
        row.put("pack", rung.pack);
        row.put("article", rung.article);
        row.put("moot", rung.moot);
        return row;
    }

    private static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
