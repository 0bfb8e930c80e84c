package org.govshare.commands.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.commands.trail.AuditRows.Head;
import org.govshare.platform.transaction.AtCommit;

/**
 * Writes the trail inside the caller's transaction. Entries of one case form a chain. The caller's lock on the case's
 * row serialises them; a case that the transaction has just made is unknown to others. A caller without the lock fails
 * instead of forking a chain. Entries without a case form a chain per agency and day, which is locked here.
 */
@ApplicationScoped
public class Trail {
    private final DataSource database;
    private final Pseudonyms pseudonyms;
    private final AtCommit atCommit;
    private final AtCommit.Writer<TrailEntry> withoutCase = this::enterAll;

    Trail(DataSource database, Pseudonyms pseudonyms, AtCommit atCommit) {
        this.database = database;
        this.pseudonyms = pseudonyms;
        this.atCommit = atCommit;
    }

    /**
     * Adds an entry at the end of its chain in two round trips; it is rolled back with the transaction. An entry
     * without a case is added right before the commit: all transactions of an agency's day need that chain, so they
     * lock it last and only briefly.
     */
    @Transactional(TxType.MANDATORY)
    public void enter(TrailEntry entry) {
        if (entry.caseId().isEmpty()) {
            atCommit.gather(withoutCase, entry);
        } else {
            write(connection -> TrailWriter.enter(connection, pseudonyms, entry));
        }
    }

    /** Adds, in one round trip, the first entry of a case that this transaction has made. */
    @Transactional(TxType.MANDATORY)
    public void enterFirst(TrailEntry entry) {
        write(connection -> AuditRows.insert(connection, TrailWriter.next(Head.NONE, pseudonyms, entry)));
    }

    /**
     * Adds any number of entries with one query and one insert, those of one chain in their order. The caller holds the
     * locks on all of their cases.
     */
    @Transactional(TxType.MANDATORY)
    public void enterAll(List<TrailEntry> entries) {
        write(connection -> TrailWriter.enterAll(connection, pseudonyms, entries));
    }

    /** The entries in the chain of one case, oldest first. Readings of the case are entered in other chains. */
    public List<AuditEntry> of(UUID caseId) {
        return AuditEntry.list("chain = ?1 order by seq", TrailWriter.chainOf(caseId));
    }

    private interface Write {
        void on(Connection connection) throws SQLException;
    }

    /** The connection is the transaction's own, which Hibernate uses too. */
    private void write(Write write) {
        try (Connection connection = database.getConnection()) {
            write.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the trail cannot be written, SQLSTATE " + e.getSQLState(), e);
        }
    }
}
