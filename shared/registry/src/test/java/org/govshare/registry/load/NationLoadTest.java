package org.govshare.registry.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
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

/** Loads of the nation, of kinds of bodies and of ministries; files from before these columns load as they did. */
class NationLoadTest {
    private static final String REGIONS = "code,level,name,parent_code,valid_from,valid_to\n";
    private static final String OLD = "credit_code,name,name_en,short_name,region_code,kind,valid_from,valid_to\n";
    private static final String BODIES = OLD.replace("valid_to\n", "valid_to,body_kind\n");
    private static final String MANAGED = OLD.replace("valid_to\n", "valid_to,ministry\n");
    private static final String TAX = MadeUpCodes.of("000000", 117);
    private static final String NATIONAL_AUTHORITY = MadeUpCodes.of("000000", 2);

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
    void filesFromBeforeTheNation_loadUnchanged_andTheProvinceIsTheNations() throws Exception {
        write("regions.csv", REGIONS + "130000,province,河北省,,,\n130100,city,石家庄市,130000,,\n");
        write("agencies.csv", OLD + MadeUpCodes.of("130000", 101) + ",公安厅,Police,公安厅,130000,agency,,\n");
        assertEquals(3, changed());
        assertEquals(0, changed());
        assertEquals("000000", text("select parent_code from region where code = '130000'"));
        assertEquals("government-department", text("select body_kind from agency where ministry is null"));

        write("regions.csv", REGIONS + "130000,province,河北省,,,\n000000,nation,中华人民共和国,,,\n");
        assertEquals(1, changed(), "the nation comes; the province is what it was");
    }

    @Test
    void wrongLevelsAndParents_areNamed() throws Exception {
        write(
                "regions.csv",
                REGIONS + "000000,nation,中华人民共和国,130000,,\n130000,province,河北省,000000,,\n"
                        + "140000,nation,山西省,,,\n150000,province,内蒙古,130000,,\n130100,city,石家庄市,000000,,\n"
                        + "130101,county,某县,000000,,\n000001,county,某县,130100,,\n");
        assertEquals(
                List.of(
                        "regions.csv:2:parent_code: the nation has none",
                        "regions.csv:2:parent_code: 130000 is not a region of a higher level",
                        "regions.csv:4:level: a code that ends like 140000 is a province",
                        "regions.csv:5:parent_code: a province has none but 000000",
                        "regions.csv:5:parent_code: 130000 is not a region of a higher level",
                        "regions.csv:6:parent_code: 000000 is not a region of a higher level",
                        "regions.csv:7:parent_code: 000000 is not a region of a higher level",
                        "regions.csv:8:code: '000001' is not a six-digit region code"),
                refused());
        write("regions.csv", REGIONS + "000000,province,中华人民共和国,,,\n130000,province,河北省,000000,,\n");
        assertEquals(
                List.of(
                        "regions.csv:2:level: a code that ends like 000000 is a nation",
                        "regions.csv:3:parent_code: 000000 is not a region of a higher level"),
                refused());
        write("regions.csv", REGIONS + "130000,province,河北省,000000,,\n");
        assertEquals(List.of("regions.csv:2:parent_code: 000000 is not a region of a higher level"), refused());
    }

    @Test
    void bodyKind_mustBeAKnownOneAndFitTheOffice() throws Exception {
        RegistryLoad.builtIn().into(owner);
        String row = MadeUpCodes.of("130105", 126) + ",机关,a body,机关,130105,%s,,,%s\n";
        for (String[] wrong : new String[][] {
            {
                "agency",
                "court",
                "'court' is none of [government-department, authorised-body, other-state-organ, public-service-operator]"
            },
            {"government", "authorised-body", "a government is a government-department"},
            {"authority", "other-state-organ", "an authority is a government-department or an authorised-body"},
            {"authority", "public-service-operator", "an authority is a government-department or an authorised-body"},
        }) {
            write("agencies.csv", BODIES + row.formatted(wrong[0], wrong[1]));
            assertEquals(List.of("agencies.csv:2:body_kind: " + wrong[2]), refused());
        }
        for (String[] right : new String[][] {
            {"authority", "authorised-body"}, {"government", "government-department"}, {"agency", "other-state-organ"}
        }) {
            write("agencies.csv", BODIES + row.formatted(right[0], right[1]));
            assertEquals(1, changed());
            assertEquals(right[1], text("select body_kind from agency where name = '机关'"));
        }
        write("agencies.csv", BODIES + row.formatted("agency", ""));
        assertEquals(1, changed());
        assertEquals("government-department", text("select body_kind from agency where name = '机关'"));
    }

    @Test
    void ministry_mustBeAnAgencyOfTheNation_andManagesALocalAgency() throws Exception {
        RegistryLoad.builtIn().into(owner);
        String unknown = MadeUpCodes.of("000000", 9);
        String noMinistry = " is not a ministry: no agency of the nation (000000) of the kind agency";
        String province = MadeUpCodes.of("130000", 101);
        String own = "is only for the kind agency: an authority and a government belong to their region";
        for (String[] wrong : new String[][] {
            {"130105", "agency", unknown, "'" + unknown + "' is not a known agency"},
            {"130105", "agency", province, province + noMinistry},
            {"130105", "agency", NATIONAL_AUTHORITY, NATIONAL_AUTHORITY + noMinistry},
            {"130105", "agency", MadeUpCodes.of("130105", 126), MadeUpCodes.of("130105", 126) + noMinistry},
            {"130105", "authority", TAX, own},
            {"130105", "government", TAX, own},
            {"000000", "agency", TAX, "is only for a local agency: this one is the nation's"},
            {"000000", "agency", MadeUpCodes.of("000000", 126), "is only for a local agency: this one is the nation's"},
        }) {
            write("agencies.csv", MANAGED + managed(wrong[0], wrong[1], wrong[2]));
            assertEquals(List.of("agencies.csv:2:ministry: " + wrong[3]), refused());
        }
        write("agencies.csv", MANAGED + managed("130105", "agency", TAX));
        assertEquals(1, changed());
        assertEquals(TAX, text("select ministry from agency where name = '机关'"));
        write("agencies.csv", OLD + managed("130105", "agency", "").replace(",\n", "\n"));
        assertEquals(1, changed(), "a file without the column has no ministry");
    }

    @Test
    void ministryOfTheSameLoad_isKnown_inEitherOrder() throws Exception {
        RegistryLoad.builtIn().into(owner);
        String ministry = MadeUpCodes.of("000000", 126);
        write(
                "agencies.csv",
                MANAGED + managed("130105", "agency", ministry) + ministry + ",部,a ministry,部,000000,agency,,,\n");
        assertEquals(2, changed());
    }

    @Test
    void ministryOfOthers_mayNotLeaveTheNation() throws Exception {
        RegistryLoad.builtIn().into(owner);
        String first = MadeUpCodes.of("130000", 117);
        write("agencies.csv", OLD + TAX + ",税务总局,Tax,税务总局,110000,agency,,\n");
        assertEquals(
                List.of("agencies.csv:2:region_code: does not fit: " + first + " names this agency as its ministry"),
                refused());
        write("agencies.csv", OLD + TAX + ",税务总局,Tax,税务总局,110000,authority,,\n");
        assertEquals(
                List.of("agencies.csv:2:kind: does not fit: " + first + " names this agency as its ministry"),
                refused());
    }

    @Test
    void rowsWrittenByHand_areHeldToTheSame() throws Exception {
        RegistryLoad.builtIn().into(owner);
        for (String wrong : List.of(
                "insert into region (code, level, name) values ('990000', 'nation', '甲')",
                "insert into region (code, level, name) values ('000001', 'county', '甲')",
                "insert into region (code, level, name, parent_code) values ('990000', 'province', '甲', '130000')",
                "insert into region (code, level, name, parent_code) values ('990100', 'city', '甲', '000000')",
                "insert into region (code, level, name) values ('990100', 'city', '甲')",
                "insert into region (code, level, name, parent_code) values ('990100', 'city', '甲', '990100')",
                "update region set parent_code = '130000' where code = '000000'",
                "update agency set region_code = '000001' where credit_code = '" + TAX + "'",
                "update agency set body_kind = 'court' where credit_code = '" + TAX + "'",
                "update agency set body_kind = 'other-state-organ' where kind = 'government'",
                "update agency set ministry = '" + TAX + "' where region_code = '000000'",
                "update agency set ministry = '" + TAX + "' where kind = 'authority'")) {
            try (Statement statement = owner.createStatement()) {
                SQLException refused = assertThrows(SQLException.class, () -> statement.execute(wrong), wrong);
                assertEquals("23514", refused.getSQLState(), wrong);
            }
        }
    }

    private static String managed(String region, String kind, String ministry) {
        return MadeUpCodes.of(region, 126) + ",机关,a body,机关," + region + "," + kind + ",,," + ministry + "\n";
    }

    private List<String> refused() throws Exception {
        return assertInstanceOf(
                        LoadOutcome.Refused.class, RegistryLoad.from(folder).into(owner))
                .faults()
                .stream()
                .map(LoadFault::toString)
                .toList();
    }

    /** How many rows a load of the folder changed. */
    private int changed() throws Exception {
        LoadOutcome outcome = RegistryLoad.from(folder).into(owner);
        return assertInstanceOf(LoadOutcome.Loaded.class, outcome, outcome::toString).tables().stream()
                .mapToInt(LoadOutcome.TableCount::changed)
                .sum();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private String text(String query) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
