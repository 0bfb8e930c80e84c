package org.govshare.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.govshare.registry.CityOf.Way;
import org.govshare.registry.load.LoadOutcome;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** China's divisions with some made-up ends: which city a code falls to on which day. */
class RegionCityTest {

    private static final String REGIONS = """
            code,level,name,parent_code,valid_from,valid_to,successor_code
            # a county that became part of another city's county, which became another one again
            130281,county,遵化市,130200,,2020-01-01,130283
            130283,county,迁安市,130200,,2022-01-01,130302
            # a county that was split up
            130284,county,滦州市,130200,,2020-01-01,
            # two cities that became parts of others, one with a county that the table still lists under it
            130600,city,保定市,130000,,2021-01-01,130100
            130700,city,张家口市,130000,,2021-01-01,130800
            # a county that lies right under the province, and one that comes right under another city
            139001,county,定州市,130000,,,
            130199,county,新区,130200,2024-01-01,,
            # a code that ended, and came again as another county
            130224,county,滦南县,130200,,2010-01-01,130102
            130224,county,滦南新县,130200,2015-01-01,,
            """;

    private static final LocalDate DAY = LocalDate.of(2025, 10, 1);

    @TempDir
    static Path folder;

    private static TestDatabase database;

    @BeforeAll
    static void load() throws Exception {
        database = TestDatabase.create();
        Files.writeString(folder.resolve("regions.csv"), REGIONS);
        try (Connection owner = database.connectAsOwner()) {
            assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.builtIn().into(owner));
            LoadOutcome outcome = RegistryLoad.from(folder).into(owner);
            assertInstanceOf(LoadOutcome.Loaded.class, outcome, outcome::toString);
        }
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void codeInForce_fallsToItselfOrItsCity() throws SQLException {
        assertEquals(in("130100", Way.LISTED), of("130100", DAY));
        assertEquals(in("130100", Way.LISTED), of("130102", DAY));
    }

    @Test
    void codeThatTheTableLacks_goesByItsFirstFourDigits() throws SQLException {
        assertEquals(in("130100", Way.PREFIX), of("130171", DAY));
        assertEquals(in("130200", Way.PREFIX), of("130273", DAY));
    }

    @Test
    void codesRightUnderAProvince_haveNoCity() throws SQLException {
        assertEquals(none(Way.PREFIX), of("133100", DAY));
        assertEquals(none(Way.PREFIX), of("139901", DAY));
        assertEquals(none(Way.PREFIX), of("130001", DAY));
        assertEquals(none(Way.LISTED), of("139001", DAY));
        assertEquals(none(Way.LISTED), of("130000", DAY));
        assertEquals(none(Way.LISTED), of("000000", DAY), "the nation is above all cities and in none");
        assertEquals(none(Way.PREFIX), of("000100", DAY));
        assertEquals(none(Way.PREFIX), of("990000", DAY));
    }

    @Test
    void chainOfSuccessors_isFollowedFromTheDayEachEnds() throws SQLException {
        assertEquals(in("130200", Way.LISTED), of("130281", LocalDate.of(2019, 12, 31)));
        assertEquals(in("130200", Way.SUCCESSOR), of("130281", LocalDate.of(2020, 1, 1)));
        assertEquals(in("130200", Way.SUCCESSOR), of("130281", LocalDate.of(2021, 12, 31)));
        assertEquals(in("130300", Way.SUCCESSOR), of("130281", LocalDate.of(2022, 1, 1)));
        assertEquals(in("130300", Way.SUCCESSOR), of("130283", DAY));
    }

    @Test
    void endedWithoutASuccessor_fallsToNoCity_notToThatOfItsDigits() throws SQLException {
        assertEquals(in("130200", Way.LISTED), of("130284", LocalDate.of(2019, 12, 31)));
        assertEquals(none(Way.SUCCESSOR), of("130284", LocalDate.of(2020, 1, 1)));
    }

    @Test
    void endedCity_leadsOnWithItsCounties() throws SQLException {
        assertEquals(in("130600", Way.LISTED), of("130600", LocalDate.of(2020, 12, 31)));
        assertEquals(in("130100", Way.SUCCESSOR), of("130600", DAY), "another city");
        assertEquals(in("130100", Way.LISTED), of("130602", DAY), "a county whose city has ended");
        assertEquals(in("130100", Way.PREFIX), of("130671", DAY), "a code whose first four digits name an ended city");
        assertEquals(in("130800", Way.SUCCESSOR), of("130700", DAY), "another city");
    }

    /** No load lets such a row in. */
    @Test
    void successorOfAnotherLevelWrittenByHand_isFollowedAsFarAsThereIsACity() throws SQLException {
        try (Connection owner = database.connectAsOwner()) {
            owner.createStatement()
                    .execute("update region set valid_to = '2021-01-01',"
                            + " successor_code = case code when '130900' then '120000' else '130102' end"
                            + " where code in ('130900', '131000')");
        }
        assertEquals(in("130100", Way.SUCCESSOR), of("131000", DAY), "a county of another city");
        assertEquals(none(Way.SUCCESSOR), of("130900", DAY), "a province is no city");
        assertEquals(none(Way.LISTED), of("130902", DAY), "a county of what is now a province");
    }

    @Test
    void codeToCome_goesByItsFirstFourDigitsUntilItBegins() throws SQLException {
        assertEquals(in("130100", Way.PREFIX), of("130199", LocalDate.of(2023, 12, 31)));
        assertEquals(in("130200", Way.LISTED), of("130199", LocalDate.of(2024, 1, 1)));
    }

    @Test
    void codeThatCameAgain_isFollowedOnlyWhileItIsAway() throws SQLException {
        assertEquals(in("130200", Way.LISTED), of("130224", LocalDate.of(2009, 12, 31)));
        assertEquals(in("130100", Way.SUCCESSOR), of("130224", LocalDate.of(2014, 12, 31)));
        assertEquals(in("130200", Way.LISTED), of("130224", LocalDate.of(2015, 1, 1)));
    }

    /** No load lets such rows in; a reading comes to its end all the same. */
    @Test
    void circleWrittenByHand_fallsToNoCity() throws SQLException {
        try (Connection owner = database.connectAsOwner()) {
            owner.createStatement().execute("""
                    insert into region (code, level, name, parent_code, valid_to, successor_code) values
                      ('140198', 'county', '甲', '140100', '2020-01-01', '140199'),
                      ('140199', 'county', '乙', '140100', '2020-01-01', '140198')""");
        }
        assertEquals(none(Way.SUCCESSOR), of("140198", DAY));
    }

    private static CityOf in(String city, Way way) {
        return new CityOf(Optional.of(city), way);
    }

    private static CityOf none(Way way) {
        return new CityOf(Optional.empty(), way);
    }

    private static CityOf of(String code, LocalDate on) throws SQLException {
        try (Connection app = database.connect();
                PreparedStatement query = app.prepareStatement("select city, way from region_city(?, ?)")) {
            query.setString(1, code);
            query.setObject(2, on);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return CityOf.of(row.getString("city"), row.getString("way"));
            }
        }
    }
}
