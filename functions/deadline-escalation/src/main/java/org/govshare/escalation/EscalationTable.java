package org.govshare.escalation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.regulation.clock.RungAct;

/** Claims cases with due rungs and fires these, in sets. */
final class EscalationTable {
    private final Connection connection;
    private final ProcedureRefs laws = new ProcedureRefs();

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
            List<FiredRung> fired = new ArrayList<>();
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    fired.add(rung(row));
                }
            }
            return fired;
        }
    }

    private FiredRung rung(ResultSet row) throws SQLException {
        return new FiredRung(
                row.getObject("clock_id", UUID.class),
                row.getString("rung"),
                row.getInt("projection"),
                row.getObject("case_id", UUID.class),
                instant(row, "due_at"),
                RungAct.valueOf(row.getString("act")),
                row.getString("proposed_act"),
                row.getString("pack"),
                row.getString("article"),
                List.of((String[]) row.getArray("addressees").getArray()),
                laws.of(row),
                row.getString("rule"),
                instant(row, "duty_due"),
                row.getObject("last_day", LocalDate.class),
                row.getString("obligor"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
