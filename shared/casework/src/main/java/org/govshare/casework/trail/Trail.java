package org.govshare.casework.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes the trail inside the caller's transaction. Entries of one case form a chain and are serialised by the lock
 * that the caller holds on the case; entries without a case form a chain per agency and day.
 */
@ApplicationScoped
public class Trail {
    private static final ZoneId LAW_ZONE = ZoneId.of("Asia/Shanghai");

    private final EntityManager database;
    private final Pseudonyms pseudonyms;

    Trail(EntityManager database, Pseudonyms pseudonyms) {
        this.database = database;
        this.pseudonyms = pseudonyms;
    }

    /** Adds an entry at the end of its chain; undone with the transaction. */
    @Transactional(TxType.MANDATORY)
    public void enter(TrailEntry entry) {
        String chain = chainOf(entry);
        lock(chain, entry);
        AuditEntry last = last(chain);
        AuditEntry next = new AuditEntry();
        next.chain = chain;
        next.seq = last == null ? 1 : last.seq + 1;
        next.caseId = entry.caseId().orElse(null);
        next.at = entry.at().truncatedTo(ChronoUnit.MICROS);
        next.agency = entry.agency();
        next.person = pseudonyms.of(entry.subject());
        next.action = entry.action();
        next.details = Map.copyOf(entry.details());
        next.previous = last == null ? AuditEntry.START : last.hash;
        next.hash = next.computeHash();
        next.persist();
    }

    /** The entries of one case, oldest first. */
    public List<AuditEntry> of(UUID caseId) {
        return AuditEntry.list("caseId = ?1 order by seq", caseId);
    }

    private static String chainOf(TrailEntry entry) {
        return entry.caseId()
                .map(id -> "case/" + id)
                .orElseGet(() -> "agency/" + entry.agency() + "/" + LocalDate.ofInstant(entry.at(), LAW_ZONE));
    }

    private void lock(String chain, TrailEntry entry) {
        if (entry.caseId().isPresent()) {
            database.createNativeQuery("select 1 from govshare.case_file where id = ?1 for update")
                    .setParameter(1, entry.caseId().get())
                    .getResultList();
        } else {
            database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                    .setParameter(1, chain)
                    .getResultList();
        }
    }

    private AuditEntry last(String chain) {
        return AuditEntry.<AuditEntry>find("chain = ?1 order by seq desc", chain)
                .withLock(LockModeType.NONE)
                .page(0, 1)
                .firstResult();
    }
}
