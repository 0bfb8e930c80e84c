package org.govshare.records;

import static org.govshare.records.RecordsFixture.DATASET;
import static org.govshare.records.RecordsFixture.SHIJIAZHUANG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.IntStream;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.sql.Transactions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading by territory and from the feed must stay cheap however many records there are: both go by an index alone. */
class IndexTest {
    private final RecordsFixture db = new RecordsFixture();

    @BeforeEach
    void fill() {
        db.apply(IntStream.range(0, 20_000)
                .mapToObj(i -> RecordsFixture.put("k" + i, i % 20 == 0 ? "130102" : "130202", "n"))
                .toArray(RecordChange[]::new));
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void pageOfATerritory_readsNoOtherCitysRecords() {
        assertEquals(0, scansOf("record", c -> Records.read(c, DATASET, null, Optional.of(SHIJIAZHUANG), "k5", 100)));
    }

    @Test
    void sliceOfTheFeed_readsNoOtherCitysChanges() {
        assertEquals(
                0,
                scansOf(
                        "record_change",
                        c -> ChangeFeed.readOfCity(c, DATASET, SHIJIAZHUANG, null, FeedPosition.START, 100)));
    }

    /** How often the reading went through the table from end to end. */
    private long scansOf(String table, Transactions.Work<?> reading) {
        return db.transactions().callInNew(connection -> {
            reading.on(connection);
            return Sql.on(connection, "select seq_scan from pg_stat_xact_user_tables where relname = :table")
                    .bind("table", table)
                    .one(row -> row.getLong(1));
        });
    }
}
