package org.govshare.casework.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polling stays cheap however many notices there are: each kind is read along one range of an index, and no further. */
class NoticeSqlTest {
    private static final Pattern NAME = Pattern.compile("(?<!:):[a-z_]+");
    private static final String AGENCY = "Y1130000FAKE000134";
    private static final String KINDS = "'{reminder,proposal,order,circular}'::text[]";
    private static final String OFFICE = "'{Y1130000FAKE000134}'::text[]";
    private static final String OFFICES = "'{Y1130000FAKE000134,Y1130000FAKE00021Y}'::text[]";
    private static final String UNTIL = "'999999999999999999'";

    private final TestDatabase database = TestDatabase.create();

    /** A hundred thousand notices in two hundred transactions; of one kind only the first has any. */
    @BeforeEach
    void fill() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("set search_path = govshare");
            statement.execute("alter table notice drop constraint notice_agency_fkey");
            statement.execute("""
                    insert into notice (id, txid, agency, kind, case_id, pack, article, act, zh, en, given_at)
                    select gen_random_uuid(), (i / 500 + 1)::text::xid8,
                           case when i %% 2 = 0 then '%s' else 'Y1130000FAKE00021Y' end,
                           case when i < 10 then 'circular' when i %% 3 = 0 then 'proposal' else 'reminder' end,
                           gen_random_uuid(), 'hebei-2022', '28', '', 'zh', 'en', now()
                      from generate_series(0, 99999) i
                    """.formatted(AGENCY));
            statement.execute("analyze notice");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void poll_readsItsOwnRangeOfOneIndex() throws SQLException {
        assertBounded(NoticeSql.AFTER, KINDS, OFFICE, "'100'", "3", UNTIL, "1", "50", "50");
    }

    @Test
    void pollOfASuccessor_readsARangeForEachOfficeThatItHolds() throws SQLException {
        assertBounded(NoticeSql.AFTER, KINDS, OFFICES, "'100'", "3", "'150'", "1", "50", "50");
        assertBounded(NoticeSql.NEWEST, KINDS, OFFICES, "50", "50");
    }

    @Test
    void newest_readsTheEndOfOneIndex() throws SQLException {
        assertBounded(NoticeSql.NEWEST, KINDS, OFFICE, "50", "50");
    }

    @Test
    void rareKind_isFoundWithoutReadingPastTheOthers() throws SQLException {
        assertBounded(NoticeSql.NEWEST, "'{circular}'::text[]", OFFICE, "50", "50");
    }

    @Test
    void noticesOfACase_areFoundByIt() throws SQLException {
        String plan = plan(NoticeSql.NEWEST_OF_CASE, KINDS, OFFICE, "gen_random_uuid()", "50");
        assertTrue(plan.contains("notice_case"), plan);
        assertFalse(plan.contains("Seq Scan on notice"), plan);
    }

    private void assertBounded(String sql, String... values) throws SQLException {
        String plan = plan(sql, values);
        assertTrue(plan.contains("notice_poll"), plan);
        assertFalse(plan.contains("Seq Scan on notice"), plan);
        // A kind's rows come in the order of the index and end at the limit; only the kinds' few are sorted.
        List<String> scans =
                plan.lines().filter(line -> line.contains("notice_poll")).toList();
        assertEquals(1, scans.size(), plan);
        String loops = values[1].equals(OFFICE) ? "[1-4]" : "[1-8]";
        assertTrue(scans.get(0).matches(".*actual rows=(50|[0-4]?[0-9])(\\.[0-9]+)? loops=" + loops + "\\D.*"), plan);
    }

    /** As a server that has prepared the statement for any values runs it. */
    private String plan(String sql, String... values) throws SQLException {
        int[] next = {1};
        String numbered = NAME.matcher(sql).replaceAll(name -> Matcher.quoteReplacement("$" + next[0]++));
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare reading (text[]) as " + numbered);
            try (ResultSet line = statement.executeQuery(
                    "explain (analyze, timing off, buffers off) execute reading (" + String.join(", ", values) + ")")) {
                while (line.next()) {
                    plan.append(line.getString(1)).append('\n');
                }
            }
        }
        return plan.toString();
    }
}
