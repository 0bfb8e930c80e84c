package org.govshare.escalation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.rung.FiredRung;
import org.govshare.platform.sql.Sql;

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

    Claim claim(Instant lawNow) throws SQLException {
        List<UUID> ofRungs = Sql.on(connection, EscalationSql.CLAIM)
                .bind("law_now", lawNow)
                .list(row -> row.getObject(1, UUID.class));
        return new Claim(new LinkedHashSet<>(ofRungs), ofRungs.size() == EscalationSql.SLICE);
    }

    /** Fires every due rung of cases that are held; they come in the order of their moments. */
    List<FiredRung> fire(Set<UUID> cases, Instant lawNow) throws SQLException {
        return FiredRung.of(
                Sql.on(connection, EscalationSql.FIRE).bind("law_now", lawNow).array("cases", "uuid", cases));
    }
}
