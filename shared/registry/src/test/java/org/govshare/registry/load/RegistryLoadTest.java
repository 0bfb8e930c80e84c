package org.govshare.registry.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.govshare.registry.MadeUpCodes;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryLoadTest {

    private static final String AGENCIES = "credit_code,name,name_en,short_name,region_code,kind,valid_from,valid_to\n";
    private static final String REGIONS = "code,level,name,parent_code,valid_from,valid_to\n";
    private static final String SUCCEEDED = REGIONS.replace("valid_to\n", "valid_to,successor_code\n");
    private static final String AUTHORITY = MadeUpCodes.of("130000", 2);
    private static final String SUCCESSOR = MadeUpCodes.of("130000", 3);

    @TempDir
    Path folder;

    private TestDatabase database;
    private Connection owner;

    @BeforeEach
    void create() throws Exception {
        database = TestDatabase.create();
        owner = database.connectAsOwner();
    }

    @AfterEach
    void drop() throws SQLException {
        owner.close();
        database.close();
    }

    @Test
    void successor_mustBeKnownAndValidOnThatDayAndNeedsAnEnd() throws Exception {
        RegistryLoad.builtIn().into(owner);
        String header = AGENCIES.replace("valid_to\n", "valid_to,successor_code\n");
        String row = AUTHORITY + ",机关,an organ,机关,130000,authority,,%s,%s\n";
        for (String[] wrong : new String[][] {
            {"", MadeUpCodes.of("130000", 101), "needs a valid_to: only what has an end has a successor"},
            {"2030-01-01", MadeUpCodes.of("990000", 9), "is not a known agency"},
            {"2030-01-01", MadeUpCodes.of("430100", 2), "is not valid on 2030-01-01"},
            {"2030-01-01", AUTHORITY, "is not valid on 2030-01-01"}
        }) {
            Files.writeString(folder.resolve("agencies.csv"), header + row.formatted(wrong[0], wrong[1]));
            LoadOutcome.Refused refused = assertInstanceOf(
                    LoadOutcome.Refused.class, RegistryLoad.from(folder).into(owner));
            assertTrue(
                    refused.faults().toString().contains(wrong[2]),
                    refused.faults().toString());
        }
        Files.writeString(
                folder.resolve("agencies.csv"),
                header + row.formatted("2030-01-01", SUCCESSOR) + SUCCESSOR
                        + ",后任,its successor,后任,130000,authority,2030-01-01,,\n");
        assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.from(folder).into(owner));
    }

    @Test
    void regionsSuccessor_mustBeKnownAndValidOnThatDayAndNeedsAnEnd() throws Exception {
        RegistryLoad.builtIn().into(owner);
        for (String[] wrong : new String[][] {
            {"", "130102", "needs a valid_to: only what has an end has a successor"},
            {"2030-01-01", "139999", "'139999' is not a known region"},
            {"2030-01-01", "130281", "is the region itself"},
            {"2030-01-01", "130000", "130000 is a province; the successor of a county must be a county"},
            {"2030-01-01", "130100", "130100 is a city; the successor of a county must be a county"},
            {"2030-01-01", "130282", "130282 is not valid on 2030-01-01"},
        }) {
            write(
                    "regions.csv",
                    SUCCEEDED + "130281,county,遵化市,130200,,%s,%s\n".formatted(wrong[0], wrong[1])
                            + "130282,county,新区,130200,2030-01-02,,\n");
            assertTrue(
                    refused().stream()
                            .map(LoadFault::toString)
                            .toList()
                            .contains("regions.csv:2:successor_code: " + wrong[2]),
                    wrong[2]);
        }
        write("regions.csv", SUCCEEDED + "130281,county,遵化市,130200,,2030-01-01,130102\n");
        assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.from(folder).into(owner));
        assertEquals(1, count("region WHERE successor_code = '130102'"));
    }

    @Test
    void successorsThatLeadBack_areRefused_alsoInALaterLoadAndThroughACity() throws Exception {
        RegistryLoad.builtIn().into(owner);
        write(
                "regions.csv",
                SUCCEEDED + "130281,county,遵化市,130200,,2030-01-01,130283\n"
                        + "130283,county,迁安市,130200,,2031-01-01,130281\n");
        assertEquals(
                List.of(
                        "regions.csv:2:successor_code: leads back to where it began: 130281 → 130283 → 130281",
                        "regions.csv:3:successor_code: 130281 is not valid on 2031-01-01",
                        "regions.csv:3:successor_code: leads back to where it began: 130283 → 130281 → 130283"),
                refused().stream().map(LoadFault::toString).toList());

        write("regions.csv", SUCCEEDED + "130281,county,遵化市,130200,,2030-01-01,130283\n");
        assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.from(folder).into(owner));
        write("regions.csv", SUCCEEDED + "130283,county,迁安市,130200,,2025-01-01,130281\n");
        assertEquals(
                List.of("regions.csv:2:successor_code: leads back to where it began: 130283 → 130281 → 130283"),
                refused().stream().map(LoadFault::toString).toList());

        write("regions.csv", SUCCEEDED + "130200,city,唐山市,130000,,2030-01-01,130202\n");
        assertEquals(
                List.of(
                        "regions.csv:2:successor_code: 130202 is a county; the successor of a city must be a city",
                        "regions.csv:2:successor_code: leads back to where it began: 130200 → 130202 → 130200"),
                refused().stream().map(LoadFault::toString).toList());
    }

    @Test
    void agenciesThatLeadBack_areRefusedInALaterLoadToo() throws Exception {
        RegistryLoad.builtIn().into(owner);
        String header = AGENCIES.replace("valid_to\n", "valid_to,successor_code\n");
        String row = "%s,机关,an organ,机关,130000,agency,,%s,%s\n";
        String other = MadeUpCodes.of("130000", 101);
        String health = MadeUpCodes.of("130000", 103);
        write("agencies.csv", header + row.formatted(other, "2030-01-01", health));
        assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.from(folder).into(owner));
        write("agencies.csv", header + row.formatted(health, "2025-01-01", other));
        assertEquals(
                List.of("agencies.csv:2:successor_code: leads back to where it began: %s → %s → %s"
                        .formatted(health, other, health)),
                refused().stream().map(LoadFault::toString).toList());
    }

    @Test
    void textWithoutAVisibleCharacter_isMissing_andAYearOfFiveDigitsIsNoDay() throws Exception {
        RegistryLoad.builtIn().into(owner);
        String row = MadeUpCodes.of("130000", 126) + ",%s,an organ,机关,130000,agency,%s,\n";
        for (String unseen : new String[] {"\u200b", "\u00a0", "\u0301", "\u3164"}) {
            write("agencies.csv", AGENCIES + row.formatted(unseen, ""));
            assertEquals("agencies.csv:2:name: is missing", refused().get(0).toString());
        }
        write("agencies.csv", AGENCIES + row.formatted("机关", "+12026-02-20"));
        assertEquals(
                "agencies.csv:2:valid_from: '+12026-02-20' is not a day such as 2023-01-01",
                refused().get(0).toString());
    }

    @Test
    void auditBody_isMarkedByYesOnAnOrdinaryAgency() throws Exception {
        RegistryLoad.builtIn().into(owner);
        String header = AGENCIES.replace("valid_to\n", "valid_to,audit_body\n");
        String row = MadeUpCodes.of("130000", 126) + ",审计机关,an audit body,审计,130000,%s,,,%s\n";
        for (String[] wrong : new String[][] {
            {"agency", "no", "'no' is neither yes nor empty"},
            {"government", "yes", "is only for the kind agency: an authority and a government oversee anyway"}
        }) {
            write("agencies.csv", header + row.formatted(wrong[0], wrong[1]));
            assertEquals(
                    "agencies.csv:2:audit_body: " + wrong[2], refused().get(0).toString());
        }
        write("agencies.csv", header + row.formatted("agency", "yes"));
        assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.from(folder).into(owner));
        assertEquals(1, count("agency where audit_body and name = '审计机关'"));
        write("agencies.csv", header + row.formatted("agency", ""));
        assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.from(folder).into(owner));
        assertEquals(0, count("agency where audit_body and name = '审计机关'"));
    }

    @Test
    void builtIn_loadedTwice_changesNothingTheSecondTime() throws Exception {
        LoadOutcome.Loaded first = assertInstanceOf(
                LoadOutcome.Loaded.class, RegistryLoad.builtIn().into(owner));
        assertEquals(
                List.of("region", "agency", "dataset", "city_platform", "contractor"),
                first.tables().stream().map(LoadOutcome.TableCount::table).toList());
        assertTrue(first.tables().stream().allMatch(table -> table.read() > 0 && table.changed() == table.read()));
        LoadOutcome.Loaded second = assertInstanceOf(
                LoadOutcome.Loaded.class, RegistryLoad.builtIn().into(owner));
        assertTrue(second.tables().stream().allMatch(table -> table.changed() == 0));
    }

    @Test
    void wrongRows_areAllNamedAndNothingChanges() throws Exception {
        write(
                "regions.csv",
                REGIONS + "130000,province,河北省,,,\n130100,county,石家庄市,130000,,\n130101,county,某区,139900,,\n");
        write(
                "agencies.csv",
                "# a comment counts as a line\n" + AGENCIES
                        + "Y1130000FAKE00021X,甲,A,甲,130000,authority,,\n"
                        + AUTHORITY + ",乙,,乙,440000,ministry,2023-1-1,\n"
                        + AUTHORITY + ",too few\n");
        List<LoadFault> faults = refused();
        assertEquals(
                List.of(
                        "regions.csv:3:level",
                        "regions.csv:4:parent_code",
                        "agencies.csv:3:credit_code",
                        "agencies.csv:4:name_en",
                        "agencies.csv:4:kind",
                        "agencies.csv:4:valid_from",
                        "agencies.csv:4:region_code",
                        "agencies.csv:5:"),
                faults.stream()
                        .map(fault -> fault.file() + ":" + fault.line() + ":" + fault.column())
                        .toList());
        assertEquals(0, count("region") + count("agency"));
    }

    @Test
    void secondAuthorityOfARegion_isRefused_butASuccessorIsNot() throws Exception {
        RegistryLoad.builtIn().into(owner);
        write("agencies.csv", AGENCIES + SUCCESSOR + ",新机构,New,新,130000,authority,2026-01-01,\n");
        assertEquals("kind", refused().get(0).column());
        write(
                "agencies.csv",
                AGENCIES + AUTHORITY + ",旧机构,Old,旧,130000,authority,,2026-01-01\n" + SUCCESSOR
                        + ",新机构,New,新,130000,authority,2026-01-01,\n");
        assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.from(folder).into(owner));
    }

    @Test
    void sameKeyTwiceInAFile_isRefused() throws Exception {
        write("regions.csv", REGIONS + "130000,province,河北省,,,\n130000,province,河北省,,,\n");
        assertEquals(
                List.of("regions.csv:3:code: is in an earlier row already"),
                refused().stream().map(LoadFault::toString).toList());
    }

    @Test
    void entry_withUnknownProviderOrWrongConditions_isRefused() throws Exception {
        write(
                "datasets.csv",
                "id,title,title_en,content,provider_code,share_class,share_conditions,withheld_basis,update_frequency,"
                        + "security_level,scope_of_use,base_database,theme,record_type,fields,valid_from,valid_to\n"
                        + "x,题,T,容," + AUTHORITY + ",WITHHELD,cond,,daily,5,全省,,,r,code:代码:text,,\n");
        assertEquals(
                List.of("share_conditions", "withheld_basis", "security_level", "fields", "provider_code"),
                refused().stream().map(LoadFault::column).toList());
    }

    @Test
    void fileThatIsNoCsvOfOurs_isRefused() throws Exception {
        write("regions.csv", "code,name\n130000,河北省\n");
        assertEquals(1, refused().size());
        Files.write(folder.resolve("regions.csv"), "代码".getBytes(StandardCharsets.UTF_16));
        assertEquals(
                "regions.csv:1:: is not UTF-8: octet FE at offset 0. It looks like UTF-16, which Excel calls Unicode text;"
                        + " save it as UTF-8",
                refused().get(0).toString());
        Files.write(folder.resolve("regions.csv"), (REGIONS + "130000,province,河北省,,,\n").getBytes("GBK"));
        assertTrue(
                refused()
                        .get(0)
                        .toString()
                        .startsWith("regions.csv:2:: is not UTF-8: octet BA at offset 64. It looks like GBK"),
                refused().toString());
        write("regions.csv", REGIONS + "\"130000,province\n");
        assertEquals(
                "regions.csv:2:: is not CSV: a quotation mark of the row that begins here is not closed, or text follows"
                        + " one that closes",
                refused().get(0).toString());
        write("regions.csv", REGIONS.replace("valid_to", "valid_from"));
        assertEquals(
                "regions.csv:1:: has wrong column names: columns 5 and 6 are both \"valid_from\"",
                refused().get(0).toString());
        Files.delete(folder.resolve("regions.csv"));
        assertThrows(IOException.class, () -> RegistryLoad.from(folder));
    }

    @Test
    void faultInARowOfSeveralLines_isReportedWithItsFirstLine() throws Exception {
        write(
                "regions.csv",
                "# comment\n" + REGIONS + "\n130000,province,\"河\r\n北\n省\",,,\n130100,city,\"石\n家庄\",130000,x,\n"
                        + "130200,city,x,130\0000,,\n");
        assertEquals(
                List.of("regions.csv:7:valid_from", "regions.csv:9:"),
                refused().stream()
                        .map(fault -> fault.file() + ":" + fault.line() + ":" + fault.column())
                        .toList());
    }

    @Test
    void fileWithByteOrderMark_isLoaded() throws Exception {
        write("regions.csv", "\uFEFF" + REGIONS + "130000,province,河北省,,,\n");
        assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.from(folder).into(owner));
        assertEquals(1, count("region"));
    }

    @Test
    void applicationRole_readsAndCannotWrite() throws Exception {
        try (Connection app = database.connect();
                Statement statement = app.createStatement()) {
            statement
                    .executeQuery("SELECT 1 FROM region, agency, dataset, city_platform, contractor")
                    .close();
            for (String table : List.of("region", "agency", "dataset", "city_platform", "contractor")) {
                SQLException denied =
                        assertThrows(SQLException.class, () -> statement.executeUpdate("DELETE FROM " + table));
                assertEquals("42501", denied.getSQLState());
            }
        }
    }

    private List<LoadFault> refused() throws Exception {
        return assertInstanceOf(
                        LoadOutcome.Refused.class, RegistryLoad.from(folder).into(owner))
                .faults();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private int count(String table) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
