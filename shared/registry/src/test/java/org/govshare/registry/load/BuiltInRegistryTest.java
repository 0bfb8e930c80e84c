package org.govshare.registry.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.registry.Agency;
import org.govshare.registry.AgencyKind;
import org.govshare.registry.CityPlatform;
import org.govshare.registry.Contractor;
import org.govshare.registry.Dataset;
import org.govshare.registry.MadeUpCodes;
import org.govshare.registry.Region;
import org.govshare.registry.RegionLevel;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.organ.BodyKind;
import org.junit.jupiter.api.Test;

/** The files in the jar are right by themselves, before any database. */
class BuiltInRegistryTest {

    @Test
    void creditCodes_areOfThePatternThatNamesNoRealBody() throws IOException {
        List<Agency> agencies = rows(RegistryFile.AGENCIES, RegistryRows::agency);
        for (Agency agency : agencies) {
            int serial = Integer.parseInt(agency.creditCode().substring(12, 16));
            assertEquals(MadeUpCodes.of(agency.regionCode(), serial), agency.creditCode(), agency.name());
        }
        for (Contractor contractor : rows(RegistryFile.CONTRACTORS, RegistryRows::contractor)) {
            int serial = Integer.parseInt(contractor.code().substring(12, 16));
            String region = contractor.code().substring(2, 8);
            assertEquals(MadeUpCodes.of(region, serial), contractor.code(), contractor.name());
        }
        assertNoneTwice(agencies, Agency::creditCode);
        assertNoneTwice(agencies, Agency::name);
        assertNoneTwice(agencies, Agency::shortName);
    }

    @Test
    void everyRow_isRight() throws IOException {
        List<Region> regions = rows(RegistryFile.REGIONS, RegistryRows::region);
        assertEquals(
                List.of(Region.NATION),
                regions.stream()
                        .filter(region -> region.parentCode().isEmpty())
                        .map(Region::code)
                        .toList());
        List<Region> provinces = regions.stream()
                .filter(region -> region.parentCode().equals(Optional.of(Region.NATION)))
                .toList();
        assertEquals(31, provinces.size());
        assertTrue(provinces.stream().allMatch(region -> region.level() == RegionLevel.PROVINCE));
        assertEquals(
                11,
                rows(RegistryFile.CITY_PLATFORMS, RegistryRows::cityPlatform).stream()
                        .map(CityPlatform::regionCode)
                        .distinct()
                        .count());
    }

    @Test
    void entries_coverTheSixBasicDatabasesAndTheThreeShareClasses() throws IOException {
        List<Dataset> entries = rows(RegistryFile.DATASETS, RegistryRows::dataset);
        assertNoneTwice(entries, Dataset::id);
        Set<String> databases =
                entries.stream().flatMap(entry -> entry.baseDatabase().stream()).collect(Collectors.toSet());
        assertEquals(Set.of("人口", "法人", "自然资源和空间地理", "宏观经济", "社会信用", "电子证照"), databases);
        for (ShareClass shareClass : ShareClass.values()) {
            assertTrue(entries.stream()
                            .filter(entry -> entry.shareClass() == shareClass)
                            .count()
                    >= 4);
        }
    }

    @Test
    void everyJurisdiction_hasEntriesOfTheThreeShareClasses() throws IOException {
        Map<String, Set<ShareClass>> classes = rows(RegistryFile.DATASETS, RegistryRows::dataset).stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.providerCode().substring(2, 4),
                        Collectors.mapping(Dataset::shareClass, Collectors.toSet())));
        assertEquals(Set.of("13", "21", "43", "51"), classes.keySet());
        classes.values().forEach(found -> assertEquals(EnumSet.allOf(ShareClass.class), found));
    }

    /** So that each pair of bodies that a law may bind or not can be tried in two provinces. */
    @Test
    void hebeiAndHunan_haveBodiesOfEveryKind_andAgenciesThatAMinistryManages() throws IOException {
        List<Agency> agencies = rows(RegistryFile.AGENCIES, RegistryRows::agency);
        Map<String, Agency> nation = agencies.stream()
                .filter(agency -> agency.regionCode().equals(Region.NATION))
                .collect(Collectors.toMap(Agency::creditCode, agency -> agency));
        assertEquals(
                EnumSet.allOf(AgencyKind.class),
                nation.values().stream().map(Agency::kind).collect(Collectors.toSet()));
        for (String province : List.of("13", "43")) {
            List<Agency> there = agencies.stream()
                    .filter(agency -> agency.regionCode().startsWith(province))
                    .toList();
            assertEquals(
                    EnumSet.allOf(BodyKind.class),
                    there.stream().map(Agency::bodyKind).collect(Collectors.toSet()));
            assertEquals(
                    Set.of("国家税务总局", "中华人民共和国海关总署"),
                    there.stream()
                            .flatMap(agency -> agency.ministry().stream())
                            .map(ministry -> nation.get(ministry).name())
                            .collect(Collectors.toSet()));
        }
    }

    private static <T> void assertNoneTwice(List<T> rows, Function<T, String> value) {
        assertEquals(rows.size(), rows.stream().map(value).distinct().count());
    }

    private static <T> List<T> rows(RegistryFile kind, Function<Row, T> read) throws IOException {
        List<LoadFault> faults = new ArrayList<>();
        List<T> rows = BuiltInFiles.read().stream()
                .filter(file -> file.kind() == kind)
                .flatMap(file -> file.rows(faults).stream())
                .map(read)
                .toList();
        assertEquals(List.of(), faults);
        return rows;
    }
}
