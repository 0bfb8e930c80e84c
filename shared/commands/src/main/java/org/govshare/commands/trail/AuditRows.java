package org.govshare.commands.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.platform.sql.Sql;

/**
 * The table of the trail in plain SQL: one round trip reads the heads of any number of chains, and one adds any number
 * of entries.
 */
final class AuditRows {
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(:chain, 0));\n";
    private static final String HEAD =
            "select seq, hash from govshare.audit_entry where chain = :chain order by seq desc limit 1";
    private static final String HEADS = """
            select c.chain, h.seq, h.hash from unnest(:chains) c(chain) cross join lateral (
                select seq, hash from govshare.audit_entry e where e.chain = c.chain order by seq desc limit 1) h
            """;
    private static final String LOCK_ALL = """
            select pg_advisory_xact_lock(hashtextextended(c.chain, 0)) from (
                select chain from unnest(:chains) u(chain) order by hashtextextended(chain, 0)) c
            """;
    private static final String COLUMNS =
            "insert into govshare.audit_entry (chain, seq, case_id, at, agency, person, action, details, previous, hash)\n";
    private static final String INSERT = COLUMNS + """
            values (:chain, :seq, :case_id, :at, :agency, :person, :action, cast(:details as jsonb), :previous, :hash)
            """;
    private static final String INSERT_ALL = COLUMNS + """
            select chain, seq, case_id, at, agency, person, action, cast(details as jsonb), previous, hash
              from unnest(cast(:chain as text[]), cast(:seq as bigint[]), cast(:case_id as uuid[]),
                          cast(:at as timestamptz[]), cast(:agency as text[]), cast(:person as text[]),
                          cast(:action as text[]), cast(:details as text[]), cast(:previous as text[]),
                          cast(:hash as text[]))
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
        return head(Sql.on(connection, HEAD), chain);
    }

    /**
     * Locks a chain until the end of the transaction and reads its head. These are two statements, so that the second
     * sees what was committed while the first waited.
     */
    static Head lockedHead(Connection connection, String chain) throws SQLException {
        return head(Sql.on(connection, LOCK + HEAD).second(), chain);
    }

    private static Head head(Sql select, String chain) throws SQLException {
        return select.bind("chain", chain)
                .first(row -> new Head(row.getLong(1), row.getString(2)))
                .orElse(Head.NONE);
    }

    /** Locks chains until the end of the transaction, always in the same order. */
    static void lock(Connection connection, Collection<String> chains) throws SQLException {
        Sql.on(connection, LOCK_ALL).column("chains", chains, chain -> chain).run();
    }

    /** The heads of chains, without chains that have no entries. */
    static Map<String, Head> heads(Connection connection, Collection<String> chains) throws SQLException {
        Map<String, Head> heads = new HashMap<>();
        Sql.on(connection, HEADS)
                .column("chains", chains, chain -> chain)
                .each(row -> heads.put(row.getString(1), new Head(row.getLong(2), row.getString(3))));
        return heads;
    }

    static void insert(Connection connection, AuditEntry entry) throws SQLException {
        Sql.on(connection, INSERT)
                .bind("chain", entry.chain)
                .bind("seq", entry.seq)
                .bind("case_id", entry.caseId)
                .bind("at", entry.at)
                .bind("agency", entry.agency)
                .bind("person", entry.person)
                .bind("action", entry.action)
                .bind("details", details(entry))
                .bind("previous", entry.previous)
                .bind("hash", entry.hash)
                .update();
    }

    /** One statement for any number of entries. */
    static void insert(Connection connection, List<AuditEntry> entries) throws SQLException {
        Sql.on(connection, INSERT_ALL)
                .column("chain", entries, e -> e.chain)
                .column("seq", entries, e -> e.seq)
                .column("case_id", entries, e -> e.caseId)
                .column("at", entries, e -> e.at)
                .column("agency", entries, e -> e.agency)
                .column("person", entries, e -> e.person)
                .column("action", entries, e -> e.action)
                .column("details", entries, AuditRows::details)
                .column("previous", entries, e -> e.previous)
                .column("hash", entries, e -> e.hash)
                .update();
    }

    private static String details(AuditEntry entry) {
        try {
            return JSON.writeValueAsString(entry.details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts that cannot be written", e);
        }
    }

    /** Entries have only texts as members: a number with the same digits is an alteration. */
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
