package org.govshare.escalation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.rung.FiredRung;

/** Claims cases with due rungs and fires these, in sets. */
final class EscalationTable {
    private final Connection connection;

    EscalationTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * Cases now held by this transaction.
     *
     * @param full as many rungs were found as a slice takes, so that more may wait
     */
    record Claim(Set<UUID> cases, boolean full) {}

    Claim claim(Instant now) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(EscalationSql.CLAIM)) {
            query.setObject(1, now.atOffset(ZoneOffset.UTC));
            Set<UUID> cases = new LinkedHashSet<>();
            int rungs = 0;
            try (ResultSet row = query.executeQuery()) {
                for (; row.next(); rungs++) {
                    cases.add(row.getObject(1, UUID.class));
                }
            }
            return new Claim(cases, rungs == EscalationSql.SLICE);
        }
    }

    /** Fires every due rung of cases that are held; they come in the order of their moments. */
    List<FiredRung> fire(Set<UUID> cases, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(EscalationSql.FIRE)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(2, connection.createArrayOf("uuid", cases.toArray()));
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            return FiredRung.of(update);
        }
    }
}
