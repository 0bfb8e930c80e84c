package org.govshare.casework.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.govshare.commands.trail.AuditEntry;

/** Reads the trail in the order of time for those who audit it; with all that is needed to recompute each hash. */
public final class AuditExport {
    private static final int FETCH = 1_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private AuditExport() {}

    /** The position after an entry, from which the next page goes on. */
    public record Position(Instant at, String chain, long seq) {}

    /**
     * Hands over matching entries as JSON lines without their line feed, a page or all; memory does not grow with them
     * inside a transaction.
     *
     * @return the last entry's position, when there may be more
     */
    public static Optional<Position> read(
            Connection connection,
            AuditScope scope,
            AuditFilter filter,
            Optional<Position> after,
            int limit,
            Consumer<String> lines)
            throws SQLException {
        return new AuditSql(scope, filter, after, limit)
                .on(connection)
                .fetch(FETCH)
                .read(rows -> write(rows, limit, lines));
    }

    private static Optional<Position> write(ResultSet row, int limit, Consumer<String> lines) throws SQLException {
        AuditEntry last = null;
        int count = 0;
        while (row.next()) {
            last = AuditEntry.of(row);
            lines.accept(line(last));
            count++;
        }
        return count < limit ? Optional.empty() : Optional.of(new Position(last.at, last.chain, last.seq));
    }

    private static String line(AuditEntry entry) {
        ObjectNode node = JSON.createObjectNode().put("chain", entry.chain).put("seq", entry.seq);
        if (entry.caseId != null) {
            node.put("case", entry.caseId.toString());
        }
        node.put("at", entry.at.toString())
                .put("agency", entry.agency)
                .put("person", entry.person)
                .put("action", entry.action);
        ObjectNode details = node.putObject("details");
        new TreeMap<>(entry.details).forEach(details::put);
        return node.put("previous", entry.previous).put("hash", entry.hash).toString();
    }
}
