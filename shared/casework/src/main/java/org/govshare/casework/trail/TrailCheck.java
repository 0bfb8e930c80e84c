package org.govshare.casework.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Recomputes chains and says where one breaks: an altered, missing or swapped entry. A cut-off end needs signed roots to be seen. */
@ApplicationScoped
public class TrailCheck {
    private static final int MOST_FAULTS = 100;

    private final EntityManager database;

    TrailCheck(EntityManager database) {
        this.database = database;
    }

    /** The outcome: how much was read, and what does not fit. */
    public record Report(long chains, long entries, List<Fault> faults) {
        public boolean sound() {
            return faults.isEmpty();
        }
    }

    /** An entry that does not follow from the one before it. */
    public record Fault(String chain, long seq, String why) {}

    /** Checks every chain, or those of one case; reads as a stream, so memory does not grow with the trail. */
    @Transactional
    public Report check(Optional<UUID> caseId) {
        Walk walk = new Walk();
        String where = caseId.isPresent() ? " where caseId = :case" : "";
        var query = database.createQuery("from AuditEntry" + where + " order by chain, seq", AuditEntry.class)
                .setHint("org.hibernate.fetchSize", 500)
                .setHint("org.hibernate.readOnly", true);
        caseId.ifPresent(id -> query.setParameter("case", id));
        try (Stream<AuditEntry> entries = query.getResultStream()) {
            entries.forEach(entry -> {
                walk.step(entry);
                database.detach(entry);
            });
        }
        return new Report(walk.chains, walk.entries, List.copyOf(walk.faults));
    }

    private static final class Walk {
        private final List<Fault> faults = new ArrayList<>();
        private long chains;
        private long entries;
        private String chain = "";
        private long seq;
        private String hash = AuditEntry.START;

        void step(AuditEntry entry) {
            if (!entry.chain.equals(chain)) {
                chains++;
                chain = entry.chain;
                seq = 0;
                hash = AuditEntry.START;
            }
            entries++;
            if (entry.seq != seq + 1) {
                fault(entry, "entry missing before this one");
            } else if (!entry.previous.equals(hash)) {
                fault(entry, "does not follow the entry before it");
            } else if (!entry.hash.equals(entry.computeHash())) {
                fault(entry, "content altered");
            }
            seq = entry.seq;
            hash = entry.hash;
        }

        private void fault(AuditEntry entry, String why) {
            if (faults.size() < MOST_FAULTS) {
                faults.add(new Fault(entry.chain, entry.seq, why));
            }
        }
    }
}
