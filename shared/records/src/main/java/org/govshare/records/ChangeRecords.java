package org.govshare.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.govshare.casework.LawBook;
import org.govshare.casework.outbox.Outbox;
import org.hibernate.Session;

/** Changes records in the caller's transaction and tells the back-flow of every city that gained, lost or saw a change of one. */
@ApplicationScoped
public class ChangeRecords {
    /** Tells the back-flow that a stream may have something to push. */
    public static final String WAKE = "org.govshare.backflow.wake.v1";

    private final EntityManager database;
    private final Outbox outbox;
    private final LawBook law;

    ChangeRecords(EntityManager database, Outbox outbox, LawBook law) {
        this.database = database;
        this.outbox = outbox;
        this.law = law;
    }

    /** @param changes without a {@link RecordChange#flaw}, of a dataset that exists */
    @Transactional(TxType.MANDATORY)
    public Applied change(String datasetId, List<RecordChange> changes, Instant at) {
        Applied applied = database.unwrap(Session.class)
                .doReturningWork(connection -> Records.apply(connection, datasetId, changes, law.dayOf(at), at));
        for (String city : applied.cities()) {
            outbox.add(WAKE, city + "/" + datasetId, Map.of("city", city, "dataset", datasetId));
        }
        return applied;
    }
}
