package org.govshare.upkeep.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.commands.trail.AuditEntry;
import org.govshare.commands.trail.TrailWriter;
import org.govshare.platform.sql.Sql;

/** All rows of a case and its history; one reading covers several cases. */
final class CaseRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROWS = Stream.of(
                    "case_party", "case_clock", "clock_rung", "due_journal", "case_addressee", "notice", "data_grant")
            .map(table -> "select '" + table + "' as name, case_id, cast(to_jsonb(t) as text) as columns from govshare."
                    + table + " t where case_id = any (:ids)")
            .collect(Collectors.joining(
                    " union all ",
                    "select 'case_file' as name, id as case_id, cast(to_jsonb(t) as text) as columns from govshare.case_file t"
                            + " where id = any (:ids) union all ",
                    ""));
    private static final String ENTRIES = """
            select chain, seq, case_id, at, agency, person, action, cast(details as text) as details, previous, hash
              from govshare.audit_entry where chain = any (:chains) order by chain, seq
            """;

    private final UUID id;
    private final CaseHistory history = new CaseHistory();
    private final Map<String, List<Row>> rows = new HashMap<>();

    private CaseRows(UUID id) {
        this.id = id;
    }

    /** The cases of these ids, in no particular order. */
    static List<CaseRows> read(Connection connection, List<UUID> ids) throws SQLException {
        Map<UUID, CaseRows> cases = new HashMap<>();
        ids.forEach(id -> cases.put(id, new CaseRows(id)));
        rows(connection, ids, cases);
        entries(connection, ids, cases);
        return List.copyOf(cases.values());
    }

    private static void rows(Connection connection, List<UUID> ids, Map<UUID, CaseRows> cases) throws SQLException {
        Sql.on(connection, ROWS)
                .array("ids", "uuid", ids)
                .each(row -> cases.get(row.getObject("case_id", UUID.class))
                        .rows
                        .computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                        .add(row(row.getString("name"), row.getString("columns"))));
    }

    static Row row(String table, String columns) {
        try {
            return new Row(table, JSON.readTree(columns));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("jsonb that is not JSON", e);
        }
    }

    private static void entries(Connection connection, List<UUID> ids, Map<UUID, CaseRows> cases) throws SQLException {
        Map<String, CaseRows> chains =
                cases.values().stream().collect(Collectors.toMap(one -> TrailWriter.chainOf(one.id), one -> one));
        Sql.on(connection, ENTRIES)
                .column("chains", chains.keySet(), chain -> chain)
                .each(row -> {
                    AuditEntry entry = AuditEntry.of(row);
                    chains.get(entry.chain).history.take(entry);
                });
    }

    UUID id() {
        return id;
    }

    CaseHistory history() {
        return history;
    }

    Optional<Row> file() {
        return of("case_file").stream().findFirst();
    }

    List<Row> of(String table) {
        return rows.getOrDefault(table, List.of());
    }
}
