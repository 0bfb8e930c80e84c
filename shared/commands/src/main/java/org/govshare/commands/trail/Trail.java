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
 * Writes the trail inside the caller's transaction. Entries of one case form a chain and are serialised by the lock
 * that the caller holds on the case's row, or by nobody else knowing the case yet; one that holds no lock fails rather than
 * fork a chain. Entries without a case form a chain per agency and day, which is locked here.
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
     * Adds an entry at the end of its chain in two round trips; undone with the transaction. One without a case is added
     * right before the commit: all transactions of an agency's day want its chain, and so lock it last and for a moment.
     */
    @Transactional(TxType.MANDATORY)
    public void enter(TrailEntry entry) {
        if (entry.caseId().isEmpty()) {
            atCommit.gather(withoutCase, entry);
        } else {
            write(connection -> TrailWriter.enter(connection, pseudonyms, entry));
        }
    }

    /** Adds the first entry of a case that this transaction has made, in one round trip. */
    @Transactional(TxType.MANDATORY)
    public void enterFirst(TrailEntry entry) {
        write(connection -> AuditRows.insert(connection, TrailWriter.next(Head.NONE, pseudonyms, entry)));
    }

    /**
     * Adds entries, those of one chain in their order, with one query and one insert however many there are. The caller
     * holds the locks on all cases among them.
     */
    @Transactional(TxType.MANDATORY)
    public void enterAll(List<TrailEntry> entries) {
        write(connection -> TrailWriter.enterAll(connection, pseudonyms, entries));
    }

    /** The entries in the chain of one case, oldest first; who read it is entered elsewhere. */
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
