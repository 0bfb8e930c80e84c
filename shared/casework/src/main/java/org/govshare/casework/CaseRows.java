package org.govshare.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.govshare.casework.ClockStore.Projected;
import org.govshare.regulation.procedure.CaseState;

/** Writes a case that has just been opened, whole, in one statement: most of what machines send opens cases. */
@ApplicationScoped
class CaseRows {
    private static final String INSERT = """
            with file as (
              insert into govshare.case_file (id, kind, variant, packs, region, dataset_id, requester, provider, step,
                leg, closed, opened_at, changed_at, facts)
              select id, kind, variant, packs, region, dataset_id, requester, provider, step,
                leg, closed, opened_at, changed_at, facts
              from jsonb_populate_record(null::govshare.case_file, cast(? as jsonb))),
            party as (
              insert into govshare.case_party (case_id, party, position, agency, opened_at)
              select case_id, party, position, agency, opened_at
              from jsonb_populate_recordset(null::govshare.case_party, cast(? as jsonb))),
            clock as (
              insert into govshare.case_clock (id, case_id, rule, ordinal, duty, obligor, started_at, set_date, extension, asked,
                ended_at, ended, due_at, last_day, provisional, projection, counted_to, calendar)
              select id, case_id, rule, ordinal, duty, obligor, started_at, set_date, extension, asked,
                ended_at, ended, due_at, last_day, provisional, projection, counted_to, calendar
              from jsonb_populate_recordset(null::govshare.case_clock, cast(? as jsonb)))
            insert into govshare.clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act,
              pack, article, moot)
            select clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act, pack, article, moot
            from jsonb_populate_recordset(null::govshare.clock_rung, cast(? as jsonb))
            """;

    private final DataSource database;
    private final ObjectMapper json;

    CaseRows(DataSource database, ObjectMapper json) {
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
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, written(file(state, region, datasetId, requester, provider)));
            insert.setString(2, written(parties(state)));
            insert.setString(
                    3, written(clocks.stream().map(p -> clock(p.clock())).toList()));
            insert.setString(
                    4,
                    written(clocks.stream()
                            .flatMap(p -> p.rungs().stream())
                            .map(CaseRows::rung)
                            .toList()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a case cannot be written, SQLSTATE " + e.getSQLState(), e);
        }
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

    private static Map<String, Object> clock(CaseClock clock) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", clock.id);
        row.put("case_id", clock.caseId);
        row.put("rule", clock.rule);
        row.put("ordinal", clock.ordinal);
        row.put("duty", clock.duty);
        row.put("obligor", clock.obligor);
        row.put("started_at", text(clock.startedAt));
        row.put("set_date", text(clock.setDate));
        row.put("extension", clock.extension);
        row.put("asked", clock.asked);
        row.put("ended_at", text(clock.endedAt));
        row.put("ended", Optional.ofNullable(clock.ended).map(Enum::name).orElse(null));
        row.put("due_at", text(clock.dueAt));
        row.put("last_day", text(clock.lastDay));
        row.put("provisional", clock.provisional);
        row.put("projection", clock.projection);
        row.put("counted_to", text(clock.countedTo));
        row.put("calendar", clock.calendar);
        return row;
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

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
