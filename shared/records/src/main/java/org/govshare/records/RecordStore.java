package org.govshare.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.govshare.commands.outbox.Outbox;
import org.govshare.platform.sql.Database;
import org.govshare.platform.time.LawTime;
import org.govshare.registry.Registry;

/**
 * Records as functions use them: what changes wakes the back-flow of each city concerned, in the same transaction. A wake
 * that gets lost costs nothing, since the sweep looks at the feed itself.
 */
@ApplicationScoped
public class RecordStore {
    /** The notification for the back-flow of one dataset to one city; its subject is {@code <city>/<dataset>}. */
    public static final String WAKE = "org.govshare.backflow.wake.v1";

    private final Database database;
    private final Outbox outbox;
    private final Registry registry;
    private final Clock law;

    RecordStore(Database database, Outbox outbox, Registry registry, @LawTime Clock law) {
        this.database = database;
        this.outbox = outbox;
        this.registry = registry;
        this.law = law;
    }

    /** {@link Records#apply} as of now, in the caller's transaction or one of its own. */
    public Applied apply(String datasetId, List<RecordChange> changes) {
        return database.call(connection -> {
            Instant now = now();
            Applied applied = Records.apply(connection, datasetId, changes, registry.dayOf(now), now);
            wake(datasetId, applied.cities());
            return applied;
        });
    }

    /** {@link Records#read} with all fields. */
    public RecordPage read(String datasetId, Optional<String> region, String afterKey, int limit) {
        return database.call(connection -> Records.read(connection, datasetId, null, region, afterKey, limit));
    }

    /** {@link RecordLoad} as of now. Runs transactions of its own: never call it with one open. */
    public LoadReport load(String datasetId, RecordFile file, Consumer<LoadReport> progress) {
        Instant now = now();
        LoadReport report = new RecordLoad(database, registry.dayOf(now), now).load(datasetId, file, progress);
        database.callInNew(connection -> {
            wake(datasetId, report.applied().cities());
            return null;
        });
        return report;
    }

    private void wake(String datasetId, Set<String> cities) {
        for (String city : cities) {
            outbox.add(WAKE, city + "/" + datasetId, Map.of("city", city, "dataset", datasetId));
        }
    }

    private Instant now() {
        return law.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
