package org.govshare.records;

import static org.govshare.records.RecordsFixture.AT;
import static org.govshare.records.RecordsFixture.CHANGAN;
import static org.govshare.records.RecordsFixture.DATASET;
import static org.govshare.records.RecordsFixture.DAY;
import static org.govshare.records.RecordsFixture.LUNAN;
import static org.govshare.records.RecordsFixture.SHIJIAZHUANG;
import static org.govshare.records.RecordsFixture.TANGSHAN;
import static org.govshare.records.RecordsFixture.put;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangeFeedTest {
    private final RecordsFixture db = new RecordsFixture();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void writerThatCommitsLate_isWaitedForAndNotSkipped() throws SQLException {
        try (Connection slow = db.begin()) {
            Records.apply(slow, DATASET, List.of(put("slow", CHANGAN, "n")), DAY, AT);
            db.apply(put("fast", CHANGAN, "n"));

            List<FeedEntry> whileOpen = read(FeedPosition.START);
            assertEquals(List.of(), whileOpen, "the committed change waits for the older transaction");

            slow.commit();
            assertEquals(List.of("slow", "fast"), keys(read(FeedPosition.START)));
        }
    }

    @Test
    void horizon_hasAllBeforeItInTheRecordsAndAllAfterItInTheFeed() throws SQLException {
        db.apply(put("before", CHANGAN, "n"));
        try (Connection open = db.begin()) {
            Records.apply(open, DATASET, List.of(put("open", CHANGAN, "n")), DAY, AT);
            FeedPosition horizon = db.transactions().callInNew(ChangeFeed::horizon);
            open.commit();
            assertEquals(List.of("open"), keys(read(horizon)));
        }
    }

    @Test
    void readInSlices_eachChangeOnce() {
        for (int i = 0; i < 5; i++) {
            db.apply(put("a" + i, CHANGAN, "n"), put("b" + i, LUNAN, "n"));
        }
        FeedPosition position = FeedPosition.START;
        int seen = 0;
        List<FeedEntry> slice = ofCity(SHIJIAZHUANG, position, 2);
        while (!slice.isEmpty()) {
            seen += slice.size();
            position = slice.get(slice.size() - 1).position();
            slice = ofCity(SHIJIAZHUANG, position, 2);
        }
        assertEquals(5, seen);
    }

    @Test
    void recordThatMoves_isADeletionForOneAndARowForTheOther() {
        db.apply(put("1", CHANGAN, "n"));
        FeedPosition before = read(FeedPosition.START).get(0).position();
        db.apply(put("1", LUNAN, "n"));

        FeedEntry left = ofCity(SHIJIAZHUANG, before, 10).get(0);
        FeedEntry gained = ofCity(TANGSHAN, before, 10).get(0);
        assertEquals(false, left.row().isPresent());
        assertEquals(2, left.version());
        assertEquals(LUNAN, gained.row().orElseThrow().region());
    }

    @Test
    void deletion_hasNoRow() {
        db.apply(put("1", CHANGAN, "n"));
        db.apply(RecordChange.delete("1"));
        List<FeedEntry> entries = ofCity(SHIJIAZHUANG, FeedPosition.START, 10);
        assertEquals(false, entries.get(entries.size() - 1).row().isPresent());
    }

    private List<FeedEntry> read(FeedPosition after) {
        return db.transactions().callInNew(c -> ChangeFeed.read(c, DATASET, after, 100));
    }

    private List<FeedEntry> ofCity(String city, FeedPosition after, int limit) {
        return db.transactions().callInNew(c -> ChangeFeed.readOfCity(c, DATASET, city, null, after, limit));
    }

    private static List<String> keys(List<FeedEntry> entries) {
        return entries.stream().map(FeedEntry::key).toList();
    }
}
