package org.govshare.records;

import static org.govshare.records.RecordsFixture.CHANGAN;
import static org.govshare.records.RecordsFixture.DATASET;
import static org.govshare.records.RecordsFixture.LUNAN;
import static org.govshare.records.RecordsFixture.NOT_IN_TABLE;
import static org.govshare.records.RecordsFixture.SHIJIAZHUANG;
import static org.govshare.records.RecordsFixture.TANGSHAN;
import static org.govshare.records.RecordsFixture.put;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.govshare.records.RecordChange.Flaw;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private final RecordsFixture db = new RecordsFixture();

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void sameContentAgain_isNoChange() {
        assertEquals(new Applied(1, 0, 0, 0, Set.of(SHIJIAZHUANG), Map.of()), db.apply(put("1", CHANGAN, "棉一")));
        assertEquals(new Applied(0, 0, 0, 1, Set.of(), Map.of()), db.apply(put("1", CHANGAN, "棉一")));
        assertEquals(1, changes().size());
    }

    @Test
    void sameKeyTwiceInASet_lastCounts() {
        db.apply(put("1", CHANGAN, "first"), put("1", CHANGAN, "last"));
        assertEquals(
                "{\"name\": \"last\", \"town\": \"建北街道\"}",
                rows(Optional.empty()).get(0).data());
    }

    @Test
    void codeNotInTheTable_goesByFirstFourDigits() {
        db.apply(put("1", NOT_IN_TABLE, "高新区"), put("2", "130000", "全省"), put("3", "139971", "无此市"));
        assertEquals(List.of("1"), keys(Optional.of(SHIJIAZHUANG)));
        assertEquals(3, rows(Optional.empty()).size());
    }

    @Test
    void recordThatMoves_touchesBothCities() {
        db.apply(put("1", CHANGAN, "棉一"));
        assertEquals(
                Set.of(SHIJIAZHUANG, TANGSHAN), db.apply(put("1", LUNAN, "棉一")).cities());
        assertEquals(List.of(), keys(Optional.of(SHIJIAZHUANG)));
        assertEquals(List.of("1"), keys(Optional.of(TANGSHAN)));
    }

    @Test
    void deletedThenBack_versionsGoOn() {
        db.apply(put("1", CHANGAN, "棉一"));
        assertEquals(1, db.apply(RecordChange.delete("1")).deleted());
        assertEquals(
                0,
                db.apply(RecordChange.delete("1"), RecordChange.delete("never")).deleted());
        assertEquals(List.of(), rows(Optional.empty()));
        db.apply(put("1", CHANGAN, "棉一"));
        assertEquals(3, rows(Optional.empty()).get(0).version());
    }

    @Test
    void limitedFields_areAllThatIsReadAndDigested() {
        db.apply(put("1", CHANGAN, "棉一"));
        RecordRow whole = rows(Optional.empty()).get(0);
        RecordRow part = db.transactions()
                .callInNew(c -> Records.read(c, DATASET, new String[] {"name", "none"}, Optional.empty(), "", 10))
                .rows()
                .get(0);
        assertEquals("{\"name\": \"棉一\"}", part.data());
        assertNotEquals(whole.digest(), part.digest());
    }

    @Test
    void pages_joinWithoutGapOrRepeat() {
        for (int i = 0; i < 5; i++) {
            db.apply(put("k" + i, CHANGAN, "n"));
        }
        RecordPage first = page("", 2);
        RecordPage second = page(first.next().orElseThrow(), 2);
        RecordPage third = page(second.next().orElseThrow(), 2);
        assertEquals(List.of("k4"), third.rows().stream().map(RecordRow::key).toList());
        assertEquals(Optional.empty(), third.next());
        assertEquals(Optional.empty(), page("k2", 2).next());
    }

    @Test
    void manyWritersOfOneRecord_eachGetsAVersionOfItsOwn() {
        CompletableFuture<?>[] writers = new CompletableFuture<?>[8];
        for (int i = 0; i < writers.length; i++) {
            String name = "writer " + i;
            writers[i] = CompletableFuture.runAsync(() -> db.apply(put("2", LUNAN, name), put("1", CHANGAN, name)));
        }
        CompletableFuture.allOf(writers).join();
        assertEquals(8, rows(Optional.empty()).get(0).version());
        assertEquals(16, changes().size());
    }

    @Test
    void flaws_areNamed() {
        assertEquals(Optional.of(Flaw.KEY_MISSING), put(" ", CHANGAN, "n").flaw());
        assertEquals(
                Optional.of(Flaw.REGION_NOT_SIX_DIGITS), put("1", "1301", "n").flaw());
        assertEquals(Optional.of(Flaw.PAYLOAD_UNFIT), put("1", CHANGAN, "n\0").flaw());
        assertEquals(
                Optional.of(Flaw.PAYLOAD_UNFIT), put("1", CHANGAN, "\\\\\0").flaw());
        assertEquals(Optional.empty(), put("1", CHANGAN, "C:\\u0000x").flaw());
        assertEquals(
                Optional.of(Flaw.PAYLOAD_NOT_AN_OBJECT),
                RecordChange.upsert("1", CHANGAN, null).flaw());
        assertEquals(Optional.empty(), RecordChange.delete("1").flaw());
    }

    private List<FeedEntry> changes() {
        return db.transactions().callInNew(c -> ChangeFeed.read(c, DATASET, FeedPosition.START, 100));
    }

    private RecordPage page(String after, int limit) {
        return db.transactions().callInNew(c -> Records.read(c, DATASET, null, Optional.empty(), after, limit));
    }

    private List<RecordRow> rows(Optional<String> region) {
        return db.transactions()
                .callInNew(c -> Records.read(c, DATASET, null, region, "", 100))
                .rows();
    }

    private List<String> keys(Optional<String> region) {
        return rows(region).stream().map(RecordRow::key).toList();
    }

    @Test
    void largeRecords_comeInShorterPages_andNoneIsLost() {
        int count = 200;
        String large = "x".repeat(60_000);
        db.apply(IntStream.range(0, count)
                .mapToObj(i -> put("k%03d".formatted(i), CHANGAN, large))
                .toArray(RecordChange[]::new));
        List<String> keys = new ArrayList<>();
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String from = after.get();
            RecordPage page = db.transactions()
                    .callInNew(c -> Records.read(c, DATASET, null, Optional.empty(), from, Records.MAX_PAGE));
            assertTrue(
                    page.rows().stream().mapToLong(row -> row.data().length()).sum()
                            < Records.MOST_CHARACTERS + RecordChange.MAX_PAYLOAD);
            page.rows().forEach(row -> keys.add(row.key()));
            after = page.next();
        }
        assertEquals(count, keys.size());
        List<FeedEntry> entries = feed(FeedPosition.START, count);
        assertTrue(entries.size() < count);
        List<String> fed = new ArrayList<>();
        while (!entries.isEmpty()) {
            entries.forEach(entry -> fed.add(entry.key()));
            entries = feed(entries.get(entries.size() - 1).position(), count);
        }
        assertEquals(keys, fed);
    }

    private List<FeedEntry> feed(FeedPosition after, int limit) {
        return db.transactions().callInNew(c -> ChangeFeed.read(c, DATASET, after, limit));
    }
}
