package org.govshare.commands.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Recomputes chains and reports altered, missing and swapped entries. Only signed roots show that the end of a chain
 * was cut off.
 */
@ApplicationScoped
public class TrailCheck {
    private static final int MOST_FAULTS = 100;

    private final EntityManager database;

    TrailCheck(EntityManager database) {
        this.database = database;
    }

    /** The outcome: the number of entries read, and the faults. */
    public record Report(long chains, long entries, List<Fault> faults) {
        public boolean sound() {
            return faults.isEmpty();
        }
    }

    /** An entry that does not follow from the one before it. */
    public record Fault(String chain, long seq, ChainWalk.Flaw flaw) {}

    /** Checks every chain, or that of one case. It reads a stream, so memory does not grow with the trail. */
    @Transactional
    public Report check(Optional<UUID> caseId) {
        ChainWalk walk = new ChainWalk();
        List<Fault> faults = new ArrayList<>();
        String where = caseId.isPresent() ? " where chain = :chain" : "";
        var query = database.createQuery("from AuditEntry" + where + " order by chain, seq", AuditEntry.class)
                .setHint("org.hibernate.fetchSize", 500)
                .setHint("org.hibernate.readOnly", true);
        caseId.ifPresent(id -> query.setParameter("chain", TrailWriter.chainOf(id)));
        try (Stream<AuditEntry> entries = query.getResultStream()) {
            entries.forEach(entry -> {
                walk.step(entry)
                        .filter(flaw -> faults.size() < MOST_FAULTS)
                        .ifPresent(flaw -> faults.add(new Fault(entry.chain, entry.seq, flaw)));
                database.detach(entry);
            });
        }
        return new Report(walk.chains(), walk.entries(), List.copyOf(faults));
    }
}
