package org.govshare.standalone.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.commands.trail.AuditEntry;

/** Follows every chain of the trail from its start and says where one does not hold together. */
final class Chains {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENTRIES = "select chain, seq, case_id, at, agency, person, action, details,"
            + " previous, hash from audit_entry order by chain, seq";

    private Chains() {}

    static List<AuditEntry> read(Connection owner) throws SQLException {
        List<AuditEntry> entries = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(ENTRIES)) {
            while (rows.next()) {
                entries.add(entry(rows));
            }
        }
        return entries;
    }

    /**
     * Where entries do not follow from those before them.
     *
     * @param entries by chain, each in the order of its numbers
     */
    static List<String> breaks(List<AuditEntry> entries) {
        List<String> breaks = new ArrayList<>();
        AuditEntry before = null;
        for (AuditEntry entry : entries) {
            boolean first = before == null || !before.chain.equals(entry.chain);
            long seq = first ? 1 : before.seq + 1;
            String previous = first ? AuditEntry.START : before.hash;
            if (entry.seq != seq || !entry.previous.equals(previous) || !entry.hash.equals(entry.computeHash())) {
                breaks.add("chain " + entry.chain + " breaks at " + entry.seq);
            }
            before = entry;
        }
        return breaks;
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        AuditEntry entry = new AuditEntry();
        entry.chain = row.getString(1);
        entry.seq = row.getLong(2);
        entry.caseId = row.getObject(3, UUID.class);
        entry.at = row.getObject(4, OffsetDateTime.class).toInstant();
        entry.agency = row.getString(5);
        entry.person = row.getString(6);
        entry.action = row.getString(7);
        entry.previous = row.getString(9);
        entry.hash = row.getString(10);
        try {
            entry.details = JSON.readValue(row.getString(8), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("details that are not JSON", e);
        }
        return entry;
    }
}
