package org.govshare.casework.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.casework.CaseAccess;
import org.govshare.casework.CaseFile;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.query.PageCursor;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list shows what its reader may read one by one, and a page of it costs the same for any number of cases. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class CaseListQuarkusTest {
    private static final int CASES = 100_000;
    private static final int PAGE = 20;
    private static final int MOST_READ = 2_000;
    private static final String ELSEWHERE = "Y1130200FAKE000219";
    private static final String AUDIT_BODY = "Y1130000FAKE01251L";
    private static final String UNRELATED = "Y1130000FAKE010592";
    private static final CaseFilter ALL =
            new CaseFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    CaseList list;

    @Inject
    CaseAccess access;

    @Inject
    EntityManager database;

    private static boolean filled;

    @BeforeEach
    void fill() throws Exception {
        if (filled) {
            return;
        }
        filled = true;
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                Statement statement = owner.createStatement()) {
            RegistryLoad.builtIn().into(owner);
            statement.execute("""
                    insert into case_file (id, kind, variant, packs, region, dataset_id, requester, provider, step, leg,
                        closed, opened_at, changed_at, facts)
                    select gen_random_uuid(), 'share-request', 'conditional', '[]',
                           case when mod(i, 1000) = 7 then '430100' else '130100' end, 'hebei-standard-addresses',
                           '%s', '%s', 'review', 1, false, timestamptz '2026-01-01' + i * interval '1 s', now(), '{}'
                      from generate_series(1, %d) i;
                    insert into case_party (case_id, party, position, agency, opened_at)
                    select id, party, 0, agency, opened_at from case_file,
                           lateral (values ('requester', requester), ('provider', provider), ('authority',
                               case when opened_at < timestamptz '2026-01-01' + interval '5000 s' then '%s' else provider end))
                                as p (party, agency);
                    insert into case_clock (id, case_id, rule, ordinal, duty, obligor, started_at, extension, due_at,
                        last_day, provisional, projection, counted_to, calendar)
                    select gen_random_uuid(), id, 'review', 1, 'review', provider, opened_at, 0, opened_at, '2026-01-01',
                           false, 1, '2026-01-01', 0 from case_file;
                    insert into clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees, proposed_act,
                        pack, article, fired_at)
                    select k.id, 'overdue', 1, k.case_id, k.due_at, 'REMIND',
                           jsonb_build_array(case when c.region = '430100' then '%s' else '%s' end), '', 'p', '1', now()
                      from case_clock k join case_file c on c.id = k.case_id;
                    insert into case_addressee (agency, opened_at, case_id)
                    select r.addressees ->> 0, c.opened_at, c.id from clock_rung r join case_file c on c.id = r.case_id;
                    """.formatted(
                            Agencies.SHIJIAZHUANG_HEALTH,
                            Agencies.PROVINCE_POLICE,
                            CASES,
                            Agencies.SHIJIAZHUANG_AUTHORITY,
                            Agencies.PROVINCE_AUTHORITY,
                            Agencies.PROVINCE_GOVERNMENT));
            statement.execute("vacuum analyze");
        }
    }

    @Test
    void pageOfManyCases_readsFewRows() {
        Caller auditor = new Caller("a", Agencies.PROVINCE_AUTHORITY, Set.of(Roles.AUDITOR));
        for (Caller caller : List.of(
                clerk(Agencies.PROVINCE_POLICE),
                clerk(Agencies.SHIJIAZHUANG_AUTHORITY),
                clerk(Agencies.PROVINCE_GOVERNMENT),
                auditor)) {
            CasePage first = read(caller, ALL, Optional.empty());
            CasePage second = read(caller, ALL, Optional.of(first.next()));
            assertEquals(PAGE, first.items().size());
            Set<UUID> both = new HashSet<>();
            Stream.concat(first.items().stream(), second.items().stream()).forEach(row -> both.add(row.id()));
            assertEquals(2 * PAGE, both.size());
            assertTrue(first.items().get(0).overdue());
        }
    }

    @Test
    void list_agreesWithWhatIsReadOneByOne() {
        assertAgrees(clerk(Agencies.PROVINCE_AUTHORITY), 100);
        assertAgrees(new Caller("b", Agencies.PROVINCE_AUTHORITY, Set.of(Roles.CLERK, Roles.AUDITOR)), CASES);
        assertAgrees(new Caller("o", Agencies.PROVINCE_AUTHORITY, Set.of(Roles.OPERATOR)), 100);
        assertAgrees(new Caller("g", Agencies.PROVINCE_GOVERNMENT, Set.of(Roles.AUDITOR)), CASES);
        assertAgrees(new Caller("d", AUDIT_BODY, Set.of(Roles.AUDITOR)), CASES - 100);
        assertAgrees(new Caller("e", AUDIT_BODY, Set.of(Roles.CLERK, Roles.OPERATOR)), 0);
        assertAgrees(new Caller("u", UNRELATED, Set.of(Roles.AUDITOR, Roles.OPERATOR)), 0);
        assertAgrees(new Caller("s", Agencies.PROVINCE_POLICE, Set.of(Roles.AUDITOR)), CASES);
        assertAgrees(new Caller("x", "", Set.of(Roles.OPERATOR)), 0);
        assertAgrees(clerk(ELSEWHERE), 0);
        assertAgrees(new Caller("p", "", Set.of(Roles.PERSON)), 0);
    }

    /** Every case of a page can be read; and the newest of each region is in the list where it can. */
    private void assertAgrees(Caller caller, int expected) {
        QuarkusTransaction.requiringNew().run(() -> {
            CasePage page = list.list(caller, Set.of("share-request"), ALL, Optional.empty(), 200);
            assertEquals(Math.min(expected, 200), page.items().size(), caller.toString());
            page.items().forEach(row -> assertTrue(access.sees(caller, CaseFile.findById(row.id()))));
            for (String region : List.of("130100", "430100")) {
                CaseFile newest = CaseFile.find("region = ?1 order by openedAt desc", region)
                        .firstResult();
                boolean listed = page.items().stream().anyMatch(row -> row.id().equals(newest.id));
                if (page.next() == null || listed) {
                    assertEquals(access.sees(caller, newest), listed, caller + " " + region);
                } else {
                    assertFalse(
                            access.sees(caller, newest)
                                    && newest.openedAt.isAfter(
                                            page.items().get(199).openedAt()),
                            caller + " " + region);
                }
            }
        });
    }

    private CasePage read(Caller caller, CaseFilter filter, Optional<String> after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // What parallel workers read is not counted in the transaction.
            database.createNativeQuery("set local max_parallel_workers_per_gather = 0")
                    .executeUpdate();
            CasePage page = list.list(caller, Set.of("share-request"), filter, after.flatMap(PageCursor::parse), PAGE);
            Object read = database.createNativeQuery("""
                            select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)
                              from pg_stat_xact_user_tables
                             where relname in ('case_file', 'case_party', 'case_clock', 'clock_rung', 'case_addressee')""").getSingleResult();
            assertTrue(((Number) read).longValue() < MOST_READ, caller.agency() + " rows read: " + read);
            return page;
        });
    }

    private static Caller clerk(String agency) {
        return new Caller("c", agency, Set.of(Roles.CLERK));
    }
}
