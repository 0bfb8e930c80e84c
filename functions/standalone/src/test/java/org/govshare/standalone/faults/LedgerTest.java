package org.govshare.standalone.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.Statement;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/** The ledger counts what tells that a rung fired, once for all its addressees. */
class LedgerTest {
    private static final String ID = "'00000000-0000-0000-0000-000000000001'";
    private static final String CASE =
            "insert into case_file select " + ID + ", 'share-request', '', '[]', a.region_code,"
                    + " d.id, a.credit_code, a.credit_code, 'end', 1, true, now(), now(), '{}' from agency a, dataset d limit 1";
    private static final String CLOCK = "insert into case_clock (id, case_id, rule, ordinal, duty, obligor, started_at,"
            + " extension, due_at, last_day, provisional, projection, counted_to, calendar) select id, id, 'reply', 1,"
            + " 'reply', provider, now(), 0, now(), '2026-01-01', false, 2, '2026-01-01', 0 from case_file";
    private static final String RUNG =
            "insert into clock_rung (clock_id, rung, projection, case_id, due_at, act, addressees,"
                    + " proposed_act, pack, article, fired_at, annulled_at) select id, 'overdue', 1, id, now(), 'REMIND',"
                    + " jsonb_build_array(provider), '', 'p', 'a', now(), now() from case_file";
    private static final String NOTICE =
            "insert into notice (id, agency, kind, case_id, clock_id, rung, projection, pack,"
                    + " article, act, zh, en, given_at) select gen_random_uuid(), provider, '%s', id, id, 'overdue', 1, 'p', 'a',"
                    + " '', '一', 'a', now() from case_file";

    @Test
    void withdrawalOfARung_isNoSecondTellingThatItFired() throws Exception {
        try (TestDatabase database = TestDatabase.create();
                Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            RegistryLoad.builtIn().into(owner);
            owner.setSchema("govshare");
            for (String row :
                    new String[] {CASE, CLOCK, RUNG, NOTICE.formatted("reminder"), NOTICE.formatted("withdrawal")}) {
                statement.execute(row);
            }
            assertEquals(1, Ledger.read(owner).rungs().get(0).notices());
        }
    }
}
