package org.govshare.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.govshare.registry.load.LoadOutcome;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.regulation.organ.BodyKind;
import org.govshare.regulation.organ.Organs;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What the law asks about the nation, about kinds of bodies and about agencies managed from above, on 2025-10-01. */
class RegistryOrgansTest {
    private static final String NATION = "000000";
    private static final String NATIONAL_AUTHORITY = MadeUpCodes.of(NATION, 2);
    private static final String TAX = MadeUpCodes.of(NATION, 117);
    private static final String CUSTOMS = MadeUpCodes.of(NATION, 127);

    private static final String MERGED = MadeUpCodes.of(NATION, 199);
    private static final String SUCCESSOR = MadeUpCodes.of(NATION, 198);
    private static final String TO_COME = MadeUpCodes.of(NATION, 197);
    private static final String CLOSED = MadeUpCodes.of(NATION, 196);
    private static final String MOVED = MadeUpCodes.of("430102", 199);

    @TempDir
    static Path folder;

    private static TestDatabase database;
    private static Organs organs;

    @BeforeAll
    static void load() throws Exception {
        database = TestDatabase.create();
        String rows = String.join(
                "\n",
                "credit_code,name,name_en,short_name,region_code,kind,valid_from,valid_to,successor_code,ministry",
                MERGED + ",甲,A,甲,000000,agency,,2025-10-01," + SUCCESSOR + ",",
                SUCCESSOR + ",乙,B,乙,000000,agency,2025-10-01,,,",
                TO_COME + ",丙,C,丙,000000,agency,2025-10-02,,,",
                CLOSED + ",丁,D,丁,000000,agency,,2025-10-01,,",
                MadeUpCodes.of("130000", 199) + ",戊,E,戊,130000,agency,,,," + MERGED,
                MadeUpCodes.of("130000", 198) + ",己,F,己,130000,agency,,,," + TO_COME,
                MadeUpCodes.of("130000", 197) + ",庚,G,庚,130000,agency,,,," + CLOSED,
                MOVED + ",辛,H,辛,430102,agency,,2025-10-01," + MadeUpCodes.of("430100", 101) + ",",
                "");
        Files.writeString(folder.resolve("agencies.csv"), rows);
        try (Connection owner = database.connectAsOwner()) {
            assertInstanceOf(LoadOutcome.Loaded.class, RegistryLoad.builtIn().into(owner));
            LoadOutcome outcome = RegistryLoad.from(folder).into(owner);
            assertInstanceOf(LoadOutcome.Loaded.class, outcome, outcome::toString);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.appUrl());
        Clock clock = Clock.fixed(Instant.parse("2025-09-30T16:00:00Z"), ZoneOffset.UTC);
        organs = new RegistryOrgans(new Registry(source, clock));
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void nation_hasItsGovernmentAndItsAuthority_andIsNoProvincesParentForTheLaw() {
        assertEquals(Optional.of(MadeUpCodes.of(NATION, 1)), organs.governmentOf(NATION));
        assertEquals(Optional.of(NATIONAL_AUTHORITY), organs.authorityOf(NATION));
        assertEquals(Optional.of(NATION), organs.regionOf(MadeUpCodes.of(NATION, 101)));
        assertEquals(Optional.empty(), organs.parentOf("130000"));
        assertEquals(Optional.empty(), organs.parentOf(NATION));
    }

    @Test
    void bodyKind_isThatOfTheRegistry_orAGovernmentDepartment() {
        assertEquals(Optional.of(BodyKind.GOVERNMENT_DEPARTMENT), organs.bodyKindOf(MadeUpCodes.of("130000", 101)));
        assertEquals(Optional.of(BodyKind.GOVERNMENT_DEPARTMENT), organs.bodyKindOf(MadeUpCodes.of("130000", 1)));
        assertEquals(Optional.of(BodyKind.GOVERNMENT_DEPARTMENT), organs.bodyKindOf(MadeUpCodes.of("130000", 117)));
        assertEquals(Optional.of(BodyKind.OTHER_STATE_ORGAN), organs.bodyKindOf(MadeUpCodes.of("130000", 128)));
        assertEquals(Optional.of(BodyKind.AUTHORISED_BODY), organs.bodyKindOf(MadeUpCodes.of("430100", 129)));
        assertEquals(Optional.of(BodyKind.PUBLIC_SERVICE_OPERATOR), organs.bodyKindOf(MadeUpCodes.of("430100", 130)));
        assertEquals(Optional.empty(), organs.bodyKindOf("unregistered"));
    }

    @Test
    void ministry_isThatOfAnAgencyManagedFromAbove_whichKeepsItsRegion() {
        assertEquals(Optional.of(TAX), organs.ministryOf(MadeUpCodes.of("130000", 117)));
        assertEquals(Optional.of(TAX), organs.ministryOf(MadeUpCodes.of("430100", 117)));
        assertEquals(Optional.of(CUSTOMS), organs.ministryOf(MadeUpCodes.of("130000", 127)));
        assertEquals(Optional.of("130000"), organs.regionOf(MadeUpCodes.of("130000", 127)));
        assertEquals(Optional.empty(), organs.ministryOf(MadeUpCodes.of("130000", 101)));
        assertEquals(Optional.empty(), organs.ministryOf(TAX));
        assertEquals(Optional.empty(), organs.ministryOf("unregistered"));
    }

    @Test
    void ministryThatEnded_isReplacedByTheHolderOfItsOffice_andOnlyAgenciesInOfficeAreNamed() {
        assertEquals(Optional.of(SUCCESSOR), organs.ministryOf(MadeUpCodes.of("130000", 199)));
        assertEquals(Optional.empty(), organs.ministryOf(MadeUpCodes.of("130000", 198)), "its ministry is to come");
        assertEquals(Optional.empty(), organs.ministryOf(MadeUpCodes.of("130000", 197)), "its ministry is closed");
    }

    @Test
    void commonAuthority_isThatOfTheLowestRegionThatHoldsBoth() {
        String county = MadeUpCodes.of("130102", 102);
        assertCommon(MadeUpCodes.of("130102", 2), county, MadeUpCodes.of("130102", 103));
        assertCommon(MadeUpCodes.of("130100", 2), county, MadeUpCodes.of("130104", 102));
        assertCommon(MadeUpCodes.of("130100", 2), county, MadeUpCodes.of("130100", 103));
        assertCommon(MadeUpCodes.of("130000", 2), county, MadeUpCodes.of("130200", 101));
        assertCommon(MadeUpCodes.of("130000", 2), county, MadeUpCodes.of("130000", 117));
        assertCommon(NATIONAL_AUTHORITY, county, MadeUpCodes.of("430100", 101));
        assertCommon(NATIONAL_AUTHORITY, MadeUpCodes.of("130000", 101), TAX);
        assertCommon(NATIONAL_AUTHORITY, TAX, CUSTOMS);
        assertCommon(MadeUpCodes.of("130102", 2), county, county);
    }

    @Test
    void commonAuthority_ofAnAgencyThatEnded_followsTheRegionOfTheHolderOfItsOffice() {
        assertCommon(MadeUpCodes.of("430100", 3), MOVED, MadeUpCodes.of("430102", 102));
    }

    @Test
    void commonAuthority_isEmpty_ifTheRegistryKnowsNone() {
        for (List<String> pair : List.of(
                List.of(MadeUpCodes.of("210102", 102), MadeUpCodes.of("210102", 111)),
                List.of("unregistered", MadeUpCodes.of("130000", 101)),
                List.of(MadeUpCodes.of("130000", 101), "unregistered"),
                List.of("unregistered", "unregistered"))) {
            assertEquals(Optional.empty(), organs.commonAuthorityOf(pair.get(0), pair.get(1)), pair.toString());
        }
    }

    private static void assertCommon(String authority, String one, String other) {
        assertEquals(Optional.of(authority), organs.commonAuthorityOf(one, other), one + " and " + other);
        assertEquals(Optional.of(authority), organs.commonAuthorityOf(other, one), other + " and " + one);
    }
}
