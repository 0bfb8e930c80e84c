package org.govshare.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.govshare.registry.load.LoadOutcome;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.organ.Organs;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class RegistryTest {

    private static final String PROVINCE_AUTHORITY = MadeUpCodes.of("130000", 2);

    private static TestDatabase database;
    private static Registry registry;

    @BeforeAll
    static void load() throws Exception {
        database = TestDatabase.create();
        try (Connection owner = database.connectAsOwner()) {
            assertTrue(RegistryLoad.builtIn().into(owner) instanceof LoadOutcome.Loaded);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.appUrl());
        registry = new Registry(source, Clock.fixed(Instant.parse("2025-09-30T16:00:00Z"), ZoneOffset.UTC));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void authoritiesGovernmentsAndAuditBodies_overseeAndNoOther() {
        for (int serial : List.of(1, 2, 125)) {
            assertTrue(registry.oversees(MadeUpCodes.of("130000", serial)), "serial " + serial);
        }
        for (String none : List.of(MadeUpCodes.of("130000", 101), MadeUpCodes.of("990000", 9), "")) {
            assertFalse(registry.oversees(none), none);
        }
        for (int serial : List.of(1, 2, 125)) {
            assertTrue(registry.oversees(MadeUpCodes.of(Region.NATION, serial)), "the nation's serial " + serial);
        }
        assertFalse(registry.oversees(MadeUpCodes.of(Region.NATION, 117)), "a ministry sees its own cases alone");
        // Changsha's earlier authority ended on 2025-01-01.
        assertFalse(registry.oversees(MadeUpCodes.of("430100", 2)));
        assertTrue(registry.oversees(MadeUpCodes.of("430100", 3)));
    }

    @Test
    void organs_followRegionsUpward() {
        Organs organs = new RegistryOrgans(registry);
        String department = MadeUpCodes.of("130102", 102);
        assertEquals(Optional.of("130102"), organs.regionOf(department));
        assertEquals(Optional.of("130100"), organs.parentOf("130102"));
        assertEquals(Optional.of("130000"), organs.parentOf("130100"));
        assertEquals(Optional.empty(), organs.parentOf("130000"));
        assertEquals(Optional.of(MadeUpCodes.of("130102", 2)), organs.authorityOf("130102"));
        assertEquals(Optional.of(PROVINCE_AUTHORITY), organs.authorityOf("130000"));
        assertEquals(Optional.of(MadeUpCodes.of("130100", 1)), organs.governmentOf("130100"));
    }

    @Test
    void regionsUpward_endWithTheNation_whereverTheyBegin() {
        assertEquals(List.of("130102", "130100", "130000", Region.NATION), registry.regionsUpward("130102"));
        assertEquals(List.of("130000", Region.NATION), registry.regionsUpward("130000"));
        assertEquals(List.of(Region.NATION), registry.regionsUpward(Region.NATION));
        assertEquals(List.of("999999"), registry.regionsUpward("999999"));
        assertEquals(
                Optional.of(RegionLevel.NATION), registry.region(Region.NATION).map(Region::level));
    }

    @Test
    void organOfARegionWithoutOne_isNotBorrowedFromAbove() {
        assertEquals(Optional.empty(), registry.authorityOf("130105"));
        assertEquals(Optional.empty(), registry.authorityOf("999999"));
        assertEquals(Optional.empty(), registry.agency("Y1130000FAKE99999X"));
    }

    @Test
    void authorityThatTookOver_countsFromItsFirstDay() {
        Agency before =
                registry.authorityOf("430100", LocalDate.of(2024, 12, 31)).orElseThrow();
        Agency since = registry.authorityOf("430100", LocalDate.of(2025, 1, 1)).orElseThrow();
        assertEquals(MadeUpCodes.of("430100", 2), before.creditCode());
        assertEquals(MadeUpCodes.of("430100", 3), since.creditCode());
        assertEquals(Optional.of(since), registry.authorityOf("430100"));
        assertEquals(Optional.of(before), registry.agency(before.creditCode()), "old cases still name it");
    }

    @Test
    void citiesOfPacks_haveTheOrgansThatTheirPartiesResolveTo() {
        Organs organs = new RegistryOrgans(registry);
        assertEquals(Optional.of(MadeUpCodes.of("210100", 2)), organs.authorityOf("210100"));
        assertEquals(Optional.of(MadeUpCodes.of("210100", 1)), organs.governmentOf("210100"));
        assertEquals(Optional.of("210102"), organs.regionOf(MadeUpCodes.of("210102", 111)));
        assertEquals(Optional.empty(), organs.authorityOf("210102"), "Shenyang's is always the city's");
        assertEquals(Optional.of(MadeUpCodes.of("511000", 2)), organs.authorityOf("511000"));
        assertEquals(Optional.of(MadeUpCodes.of("511002", 2)), organs.authorityOf("511002"));
        assertEquals(Optional.of(MadeUpCodes.of("430000", 2)), organs.authorityOf("430000"));
    }

    @Test
    void cityPlatforms_areThoseOfTheElevenCities() {
        assertEquals(11, registry.cityPlatforms().size());
        assertEquals(
                registry.authorityOf("130200").map(Agency::creditCode),
                registry.cityPlatform("130200").map(CityPlatform::operatorCode));
        assertEquals(Optional.empty(), registry.cityPlatform("430100"));
    }

    @Test
    void successor_holdsTheOfficeFromTheDayTheOtherEnds() {
        String ended = MadeUpCodes.of("430100", 2);
        String successor = MadeUpCodes.of("430100", 3);
        assertEquals(Optional.of(successor), registry.agency(ended).flatMap(Agency::successor));
        assertEquals(successor, registry.holderOf(ended));
        assertEquals(List.of(successor, ended), registry.officesOf(successor));
        assertEquals(List.of(ended), registry.officesOf(ended));
        assertEquals(Optional.of(ended), registry.outOfOffice(ended).map(Agency::creditCode));
        assertEquals(Optional.empty(), registry.outOfOffice(successor));
        assertEquals("unregistered", registry.holderOf("unregistered"));
    }

    @Test
    void dataset_carriesWhatArticle7Requires() {
        Dataset dataset = registry.dataset("hebei-standard-addresses").orElseThrow();
        assertEquals(ShareClass.CONDITIONAL, dataset.shareClass());
        assertEquals(MadeUpCodes.of("130000", 101), dataset.providerCode());
        assertTrue(dataset.shareConditions().isPresent());
        assertEquals(Optional.empty(), dataset.withheldBasis());
        assertEquals(
                List.of("code", "name", "town", "county", "city", "region"),
                dataset.fields().stream().map(DatasetField::name).toList());
        assertEquals(Validity.ALWAYS, dataset.validity());
        assertEquals(Optional.empty(), registry.dataset("hebei-nothing"));
    }

    @Test
    void datasets_pageByPage_meetEachEntryOnce() {
        List<String> met = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            DatasetPage page = registry.datasets(DatasetFilter.ALL, after, 7);
            assertTrue(page.entries().size() <= 7);
            page.entries().forEach(entry -> met.add(entry.id()));
            after = page.after();
        } while (after.isPresent());
        assertEquals(met.stream().sorted().distinct().toList(), met);
        assertEquals(
                registry.datasets(DatasetFilter.ALL, Optional.empty(), 200)
                        .entries()
                        .size(),
                met.size());
    }

    @Test
    void datasets_areNarrowedByTextProviderAndClass() {
        assertEquals(List.of("hebei-standard-addresses"), ids("标准地址", null, null));
        assertEquals(List.of("hebei-standard-addresses"), ids("STANDARD addr", null, null));
        assertEquals(List.of(), ids("100%_\\", null, null));
        assertEquals(
                List.of("hebei-juvenile-case-files"), ids(null, MadeUpCodes.of("130000", 101), ShareClass.WITHHELD));
    }

    private static List<String> ids(String text, String provider, ShareClass shareClass) {
        DatasetFilter filter = new DatasetFilter(
                Optional.ofNullable(text), Optional.ofNullable(provider), Optional.ofNullable(shareClass));
        return registry.datasets(filter, Optional.empty(), 50).entries().stream()
                .map(Dataset::id)
                .toList();
    }
}
