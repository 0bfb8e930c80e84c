package org.govshare.commands.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.govshare.platform.sql.Columns;

/** The table of the trail in plain SQL: heads of chains are read and entries added in one round trip each, however many. */
final class AuditRows {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 0));\n";
    private static final String HEAD =
            "select seq, hash from govshare.audit_entry where chain = ? order by seq desc limit 1";
    private static final String HEADS = """
            select c.chain, h.seq, h.hash from unnest(?) c(chain) cross join lateral (
                select seq, hash from govshare.audit_entry e where e.chain = c.chain order by seq desc limit 1) h
            """;
    private static final String LOCK_ALL = """
            select pg_advisory_xact_lock(hashtextextended(c.chain, 0)) from (
                select chain from unnest(?) u(chain) order by hashtextextended(chain, 0)) c
            """;
    private static final String COLUMNS =
            "insert into govshare.audit_entry (chain, seq, case_id, at, agency, person, action, details, previous, hash)\n";
    private static final String INSERT = COLUMNS + "values (?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)";
    private static final String INSERT_ALL = COLUMNS + """
            select chain, seq, case_id, at, agency, person, action, cast(details as jsonb), previous, hash
              from unnest(cast(? as text[]), cast(? as bigint[]), cast(? as uuid[]), cast(? as timestamptz[]),
                          cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                          cast(? as text[]))
                as e(chain, seq, case_id, at, agency, person, action, details, previous, hash)
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditRows() {}

    /** The last entry of a chain: its number and its hash. */
    record Head(long seq, String hash) {
        static final Head NONE = new Head(0, AuditEntry.START);
    }

    /** The head of a chain whose case the caller has locked. */
    static Head head(Connection connection, String chain) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD)) {
            select.setString(1, chain);
            try (ResultSet row = select.executeQuery()) {
                return head(row);
            }
        }
    }

    /** Locks a chain until the end of the transaction and reads its head: two statements, so that the second sees what the first waited for. */
    static Head lockedHead(Connection connection, String chain) throws SQLException {
        try (PreparedStatement both = connection.prepareStatement(LOCK + HEAD)) {
            both.setString(1, chain);
            both.setString(2, chain);
            both.execute();
            both.getMoreResults();
            try (ResultSet row = both.getResultSet()) {
                return head(row);
            }
        }
    }

    private static Head head(ResultSet row) throws SQLException {
        return row.next() ? new Head(row.getLong(1), row.getString(2)) : Head.NONE;
    }

    /** Locks chains until the end of the transaction, always in the same order. */
    static void lock(Connection connection, Collection<String> chains) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK_ALL)) {
            select.setArray(1, Columns.of(connection, chains, chain -> chain));
            select.execute();
        }
    }

    /** The heads of chains; one without entries is not in it. */
    static Map<String, Head> heads(Connection connection, Collection<String> chains) throws SQLException {
        Map<String, Head> heads = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            select.setArray(1, Columns.of(connection, chains, chain -> chain));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.put(row.getString(1), new Head(row.getLong(2), row.getString(3)));
                }
            }
        }
        return heads;
    }

    static void insert(Connection connection, AuditEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, entry.chain);
            insert.setLong(2, entry.seq);
            insert.setObject(3, entry.caseId);
            insert.setObject(4, entry.at.atOffset(ZoneOffset.UTC));
            insert.setString(5, entry.agency);
            insert.setString(6, entry.person);
            insert.setString(7, entry.action);
            insert.setString(8, details(entry));
            insert.setString(9, entry.previous);
            insert.setString(10, entry.hash);
            insert.executeUpdate();
        }
    }

    /** One statement for any number of entries. */
    static void insert(Connection connection, List<AuditEntry> entries) throws SQLException {
        List<Function<AuditEntry, Object>> columns = List.of(
                e -> e.chain,
                e -> e.seq,
                e -> e.caseId,
                e -> e.at,
                e -> e.agency,
                e -> e.person,
                e -> e.action,
                AuditRows::details,
                e -> e.previous,
                e -> e.hash);
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ALL)) {
            for (int i = 0; i < columns.size(); i++) {
                insert.setArray(i + 1, Columns.of(connection, entries, columns.get(i)));
            }
            insert.executeUpdate();
        }
    }

    private static String details(AuditEntry entry) {
        try {
            return JSON.writeValueAsString(entry.details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts that cannot be written", e);
        }
    }

    /** Only texts as members are as we wrote them: a number that reads like the text is not. */
    static Map<String, String> details(String json) {
        Map<String, String> details = new HashMap<>();
        try {
            JsonNode node = JSON.readTree(json);
            if (!node.isObject()) {
                return Map.of("", json);
            }
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                JsonNode value = member.getValue();
                details.put(
                        member.getKey(),
                        value.isTextual() ? value.textValue() : value.getNodeType() + value.toString());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("jsonb that is not JSON", e);
        }
        return details;
    }
}
