package org.govshare.exchange;

import static org.govshare.records.RecordsFixture.AT;
import static org.govshare.records.RecordsFixture.DATASET;
import static org.govshare.records.RecordsFixture.DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.govshare.exchange.LoadReport.Rejected;
import org.govshare.records.Placement;
import org.govshare.records.RecordChange.Flaw;
import org.govshare.records.RecordRow;
import org.govshare.records.Records;
import org.govshare.records.RecordsFixture;
import org.govshare.registry.CityOf;
import org.govshare.registry.CityOf.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordLoadTest {
    private final RecordsFixture db = new RecordsFixture();
    private final RecordLoad load = new RecordLoad(db.transactions(), DAY, AT);
    private int slices;

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void sameFileTwice_secondChangesNothing() throws IOException {
        RecordFile file = file("a.tsv.gz", gzip(table(12_000)));
        LoadReport first = run(file);
        assertEquals(12_000, first.applied().inserted());
        assertEquals(3, slices);
        LoadReport second = run(file);
        assertEquals(0, second.applied().inserted());
        assertEquals(12_000, second.applied().unchanged());
    }

    @Test
    void unfitRows_areLeftOutAndNamedByLine() {
        String table = "code\tname\tregion\n1\tgood\t130102\n\tno key\t130102\n2\tno region\t13\n3\tshort\n";
        LoadReport report = run(file("a.tsv", table.getBytes(StandardCharsets.UTF_8)));
        assertEquals(1, report.applied().inserted());
        assertEquals(
                List.of(
                        new Rejected(3, Flaw.KEY_MISSING),
                        new Rejected(4, Flaw.REGION_NOT_SIX_DIGITS),
                        new Rejected(5, Flaw.VALUES_MISCOUNTED)),
                report.firstRejected());
        assertEquals(4, report.rows());
    }

    @Test
    void codesNotInTheTable_areCounted() {
        String table = "code\tregion\n1\t130171\n2\t130171\n3\t130102\n4\t130271\n";
        LoadReport report = run(file("a.tsv", table.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Map.of("130171", 2L, "130271", 1L), report.unknownRegions());
        assertEquals(3, report.byPrefix());
        assertEquals(List.of(), report.regionNotes());
    }

    @Test
    void codesThatLieInNoCity_areCountedWithTheReason_overAllSlices() {
        db.endedCounty("130281", DAY, null);
        StringBuilder table = new StringBuilder("code\tregion\n");
        for (int i = 0; i < RecordLoad.SLICE + 1; i++) {
            table.append(i).append("\t133100\n");
        }
        table.append("a\t139001\nb\t130000\nc\t130281\nd\t130102\ne\t130171\n");
        LoadReport report = run(file("a.tsv", table.toString().getBytes(StandardCharsets.UTF_8)));
        assertEquals(2, slices);
        assertEquals(
                Map.of(
                        "133100", without(Way.PREFIX, RecordLoad.SLICE + 1),
                        "139001", without(Way.PREFIX, 1),
                        "130000", without(Way.LISTED, 1),
                        "130281", without(Way.SUCCESSOR, 1)),
                report.applied().withoutCity());
        assertEquals(RecordLoad.SLICE + 4, report.withoutCity());
        assertEquals(
                List.of(
                        "5004 rows belong to no city and flow back to nobody:",
                        "  130000, 1 rows: the code is a province, or has no city in force above it",
                        "  130281, 1 rows: the code has ended, and the registry names no successor that leads to a city",
                        "  133100, 5001 rows: the code is not in the region table, and its first four digits name no city",
                        "  139001, 1 rows: the code is not in the region table, and its first four digits name no city"),
                report.regionNotes());
        assertEquals(Map.of("130171", 1L), report.unknownRegions(), "what has no city goes by nothing");
        assertEquals(Set.of(RecordsFixture.SHIJIAZHUANG), report.applied().cities());
        assertEquals(
                RecordLoad.SLICE + 4,
                run(file("a.tsv", table.toString().getBytes(StandardCharsets.UTF_8)))
                        .withoutCity(),
                "a row that is as before still has no city");
    }

    @Test
    void codeThatHasEnded_goesToItsSuccessorsCity_notByPrefix_andMovesWhenItIsLoadedAgain() {
        String table = "code\tregion\n1\t130281\n2\t130282\n";
        run(file("a.tsv", table.getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of("1", "2"), keysOf(RecordsFixture.TANGSHAN));

        db.endedCounty("130281", DAY, RecordsFixture.CHANGAN);
        db.endedCounty("130282", DAY.plusDays(1), RecordsFixture.CHANGAN);
        LoadReport report = run(file("a.tsv", table.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Map.of("130281", 1L), report.endedRegions(), "the other ends a day later");
        assertEquals(
                List.of("1 rows have a region code that has ended; they go to its successor's city: 130281"),
                report.regionNotes());
        assertEquals(0, report.withoutCity());
        assertEquals(List.of("1"), keysOf(RecordsFixture.SHIJIAZHUANG));
        assertEquals(List.of("2"), keysOf(RecordsFixture.TANGSHAN));
    }

    private static Placement without(Way way, long rows) {
        return new Placement(new CityOf(Optional.empty(), way), rows);
    }

    private List<String> keysOf(String city) {
        return db
                .transactions()
                .callInNew(c -> Records.read(c, DATASET, null, Optional.of(city), "", 10))
                .rows()
                .stream()
                .map(RecordRow::key)
                .toList();
    }

    @Test
    void awkwardText_comesBackAsItWas() {
        String name = "a\"b\\c,d\ne\tf\\N";
        String table = "code,name,region\n1,\"" + name.replace("\"", "\"\"") + "\",130102\n";
        run(file("a.csv", table.getBytes(StandardCharsets.UTF_8)));
        RecordRow row = db.transactions()
                .callInNew(c -> Records.read(c, DATASET, new String[] {"name"}, Optional.empty(), "", 1))
                .rows()
                .get(0);
        assertEquals("{\"name\": \"a\\\"b\\\\c,d\\ne\\tf\\\\N\"}", row.data());
    }

    @Test
    void columnMissing_isRefused() {
        RecordFile file = file("a.tsv", "id\tregion\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("a.tsv:1: has no column \"code\"; it has: id, region", refused(file));
    }

    @Test
    void columnsThatTheCatalogueEntryDoesNotHave_areRefusedByNameBeforeARowIsStored() {
        db.entry("code", "name", "region");
        assertEquals(
                "a.csv:1: has columns that the catalogue entry does not have: \"phone\", \"名称\"; its data items are:"
                        + " code, name, region",
                refused(file("a.csv", utf8("code,phone,name,名称,region\n1,2,3,4,130102\n"))));
        assertEquals(List.of(), stored());
        assertEquals(0, slices);
        assertEquals(
                1,
                run(file("a.csv", utf8("code,region\n1,130102\n"))).applied().inserted(),
                "a file need not have all data items");
    }

    @Test
    void keyAndRegionThatAreNoDataItems_serveButAreNotStored() {
        db.entry("name");
        run(file("a.csv", utf8("code,name,region\n1,x,130102\n")));
        assertEquals("{\"name\": \"x\"}", stored().get(0).data());
        assertEquals(List.of("1"), keysOf(RecordsFixture.SHIJIAZHUANG));
    }

    @Test
    void keyThatLooksLikeAnother_isRejectedWithTheReason() {
        LoadReport report =
                run(file("a.csv", utf8("code,region\n1,130102\n1 ,130102\n\u30001,130102\n1\u200b,130102\n")));
        assertEquals(
                List.of(
                        new Rejected(3, Flaw.KEY_UNSEEN_ENDS),
                        new Rejected(4, Flaw.KEY_UNSEEN_ENDS),
                        new Rejected(5, Flaw.KEY_UNSEEN_ENDS)),
                report.firstRejected());
        assertEquals(1, report.applied().inserted());
        assertEquals(
                "line 3 rejected: key must not begin or end with a space or another invisible character",
                report.firstRejected().get(0).toString());
    }

    @Test
    void byteOrderMark_belongsToNoColumn() {
        LoadReport report = run(file("a.csv", utf8("\uFEFFcode,region\n1,130102\n")));
        assertEquals(1, report.applied().inserted());
        assertEquals(
                "{\"code\": \"1\", \"region\": \"130102\"}", stored().get(0).data());
    }

    @Test
    void fileThatIsUnsoundAtItsEnd_isRefusedBeforeARowIsWritten() throws IOException {
        byte[] good = table(12_000);
        byte[] gbk = Arrays.copyOf(good, good.length + 4);
        System.arraycopy("办法".getBytes("GBK"), 0, gbk, good.length, 4);
        assertEquals(
                "a.tsv:12002: is not UTF-8: octet B0 at offset " + good.length
                        + ". It looks like GBK, in which Excel saves Chinese; save it as \"CSV UTF-8\", or convert it from"
                        + " GB18030",
                refused(file("a.tsv", gbk)));
        byte[] packed = gzip(good);
        String cut = refused(file("a.tsv.gz", Arrays.copyOf(packed, packed.length - 100)));
        assertTrue(cut.startsWith("a.tsv.gz: is cut off: its gzip data ends too early, after "), cut);
        assertEquals(List.of(), stored());
        assertEquals(0, slices);
    }

    @Test
    void keyOfSeveralRows_rejectsThemAllWithTheirLines() {
        run(file("a.csv", utf8("code,name,region\n1,before,130102\n")));
        LoadReport report = run(file("a.csv", utf8("""
                code,name,region
                1,"of
                two lines",130102
                2,once,130102
                1,second,130202
                3,one,130102
                3,no region,13
                1,third,130102
                """)));
        assertEquals(
                List.of(
                        "line 2 rejected: key is in more than one row of the file, also line 8",
                        "line 5 rejected: key is in more than one row of the file, also line 2",
                        "line 6 rejected: key is in more than one row of the file, also line 7",
                        "line 7 rejected: region must be a six-digit region code, such as 130100",
                        "line 8 rejected: key is in more than one row of the file, also line 2"),
                report.firstRejected().stream().map(Rejected::toString).toList());
        assertEquals(
                List.of("before", "once"),
                stored().stream()
                        .map(row -> row.data().replaceAll(".*\"name\": \"(\\w+)\".*", "$1"))
                        .toList());
        assertAddsUp(report);
    }

    @Test
    void keyOfRowsFarApart_isFoundToo() {
        byte[] rows = table(12_000);
        byte[] again = utf8("0\t社区\t130102\n11999\t社区\t130102\n");
        byte[] both = Arrays.copyOf(rows, rows.length + again.length);
        System.arraycopy(again, 0, both, rows.length, again.length);
        LoadReport report = run(file("a.tsv", both));
        assertEquals(
                List.of(2L, 12_001L, 12_002L, 12_003L),
                report.firstRejected().stream().map(Rejected::line).toList());
        assertEquals(11_998, report.applied().inserted());
        assertAddsUp(report);
    }

    @Test
    void backslashesThatSpellANul_areText() {
        String table = "code,name,region\n1,C:\\u0000x,130102\n2,\0,130102\n3,\\\0,130102\n";
        LoadReport report = run(file("a.csv", utf8(table)));
        assertEquals(
                List.of(new Rejected(3, Flaw.PAYLOAD_UNFIT), new Rejected(4, Flaw.PAYLOAD_UNFIT)),
                report.firstRejected());
        assertEquals(
                "{\"code\": \"1\", \"name\": \"C:\\\\u0000x\", \"region\": \"130102\"}",
                stored().get(0).data());
    }

    @Test
    void codeThatExcelShortened_isRejectedWithTheReason() {
        String table = "code,region\n1.30102E+11,130102\n5,1.30102E+11\n1.3E5,130102\n";
        LoadReport report = run(file("a.csv", utf8(table)));
        assertEquals(
                List.of(new Rejected(2, Flaw.KEY_SHORTENED), new Rejected(3, Flaw.REGION_SHORTENED)),
                report.firstRejected());
        assertEquals(
                "line 2 rejected: key looks like a long number that Excel has shortened, such as 1.30102E+11: make the"
                        + " column text in Excel and save the file again",
                report.firstRejected().get(0).toString());
    }

    @Test
    void fileThatChangesMeanwhile_isRefusedWithTheReason() {
        Deque<byte[]> readings = new ArrayDeque<>(List.of(table(3), table(4)));
        RecordFile file = new RecordFile("a.tsv", () -> new ByteArrayInputStream(readings.pop()), "code", "region");
        assertEquals("a.tsv: has changed while it was read; load it again", refused(file));
    }

    private void assertAddsUp(LoadReport report) {
        assertEquals(
                report.rows(),
                report.applied().inserted()
                        + report.applied().updated()
                        + report.applied().unchanged()
                        + report.rejected());
    }

    private List<RecordRow> stored() {
        return db.transactions()
                .callInNew(c -> Records.read(c, DATASET, null, Optional.empty(), "", 100))
                .rows();
    }

    private String refused(RecordFile file) {
        return assertThrows(UncheckedIOException.class, () -> run(file)).getMessage();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private LoadReport run(RecordFile file) {
        return load.load(DATASET, file, report -> slices++);
    }

    private static RecordFile file(String name, byte[] content) {
        return new RecordFile(name, () -> new ByteArrayInputStream(content), "code", "region");
    }

    private static byte[] table(int rows) {
        StringBuilder table = new StringBuilder("code\tname\tregion\n");
        for (int i = 0; i < rows; i++) {
            table.append(i).append("\t社区\t130102\n");
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
