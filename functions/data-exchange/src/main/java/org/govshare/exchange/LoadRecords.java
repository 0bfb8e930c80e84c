package org.govshare.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.govshare.platform.sql.Database;
import org.govshare.platform.time.LawTime;
import org.govshare.records.RecordStore;
import org.govshare.registry.Registry;

/** Loads a file of records and announces what changed. */
@ApplicationScoped
public class LoadRecords {
    private final Database database;
    private final RecordStore records;
    private final Registry registry;
    private final Clock law;

    LoadRecords(Database database, RecordStore records, Registry registry, @LawTime Clock law) {
        this.database = database;
        this.records = records;
        this.registry = registry;
        this.law = law;
    }

    /** Runs {@link RecordLoad} as of now, in transactions of its own: never call it with one open. */
    public LoadReport load(String datasetId, RecordFile file, Consumer<LoadReport> progress) {
        Instant lawNow = law.instant().truncatedTo(ChronoUnit.MICROS);
        LoadReport report = new RecordLoad(database, registry.dayOf(lawNow), lawNow).load(datasetId, file, progress);
        database.callInNew(connection -> {
            records.announce(datasetId, report.applied().cities());
            return null;
        });
        return report;
    }
}
