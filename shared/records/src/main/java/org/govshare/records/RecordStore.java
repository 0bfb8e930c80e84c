package org.govshare.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.outbox.Outbox;
import org.govshare.platform.sql.Database;
import org.govshare.platform.time.LawTime;
import org.govshare.registry.Registry;

/**
 * The records as functions use them. Changes are announced for each city concerned, in the same transaction, by one
 * notification of each type in {@code govshare.records.announced-to}; its subject is {@code <city>/<dataset>}. A lost
 * notification loses nothing, because its consumer also reads the feed by itself.
 */
@ApplicationScoped
public class RecordStore {
    private final Database database;
    private final Outbox outbox;
    private final Registry registry;
    private final Clock law;
    private final List<String> announcedTo;

    RecordStore(
            Database database,
            Outbox outbox,
            Registry registry,
            @LawTime Clock law,
            @ConfigProperty(name = "govshare.records.announced-to") Optional<List<String>> announcedTo) {
        this.database = database;
        this.outbox = outbox;
        this.registry = registry;
        this.law = law;
        this.announcedTo = announcedTo.orElse(List.of());
    }

    /** {@link Records#apply} as of now, in the caller's transaction or one of its own. */
    public Applied apply(String datasetId, List<RecordChange> changes) {
        return database.call(connection -> {
            Instant lawNow = now();
            Applied applied = Records.apply(connection, datasetId, changes, registry.dayOf(lawNow), lawNow);
            announce(datasetId, applied.cities());
            return applied;
        });
    }

    /** {@link Records#read} with all fields. */
    public RecordPage read(String datasetId, Optional<String> region, String afterKey, int limit) {
        return database.call(connection -> Records.read(connection, datasetId, null, region, afterKey, limit));
    }

    /** Announces that records of the dataset changed in these cities, in the caller's transaction or one of its own. */
    public void announce(String datasetId, Set<String> cities) {
        for (String type : announcedTo) {
            for (String city : cities) {
                outbox.add(type, city + "/" + datasetId, Map.of("city", city, "dataset", datasetId));
            }
        }
    }

    private Instant now() {
        return law.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
