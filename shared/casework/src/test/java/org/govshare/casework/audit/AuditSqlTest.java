package org.govshare.casework.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened to a case, and who read it, is found by index among all entries, under every plan of the server. */
class AuditSqlTest {
    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-000000000007");
    private static final int FOUND = 30;
    private static final int MOST_READ = 200;
    private static final Pattern NAME = Pattern.compile("(?<!:):[a-z_]+");
    private static final Pattern ROWS =
            Pattern.compile("on audit_entry .*actual rows=([0-9]+)(\\.[0-9]+)? loops=([0-9]+)");

    private final TestDatabase database = TestDatabase.create();

    /** A hundred thousand entries: chains of cases, and readings in agencies' days that name the case, or do so as they did before. */
    @BeforeEach
    void fill() throws SQLException {
        try (Connection owner = database.connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("set search_path = govshare");
            statement.execute("""
                    insert into audit_entry (chain, seq, case_id, at, agency, person, action, details, previous, hash)
                    select case when i % 3 = 0 then 'case/' || id else 'agency/Y1130000FAKE01016L/' || i end, i,
                           case when i % 3 < 2 then id end, timestamptz '2026-01-01' + i * interval '1 s',
                           'Y1130000FAKE01016L', '', case when i % 3 = 0 then 'open' else 'read-case' end,
                           case when i % 3 = 2 then jsonb_build_object('case', id) else '{}' end, '', ''
                      from generate_series(1, 100000) i
                     cross join lateral (select cast(lpad((i % 10000)::text, 32, '0') as uuid) as id) c;
                    analyze audit_entry;
                    """);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void entriesOfACase_areFoundByIndex_forEveryScope() throws SQLException {
        String id = "'" + CASE + "'";
        String offices = "'{Y1130000FAKE01016L}'::text[]";
        assertBounded(new AuditScope.All(), id, id, "30");
        assertBounded(new AuditScope.Territory("Y1130000FAKE00021Y"), "'Y1130000FAKE00021Y'", id, id, id, "30");
        assertBounded(
                new AuditScope.Own(List.of("Y1130000FAKE01016L")), offices, offices, offices, offices, id, id, "30");
    }

    private void assertBounded(AuditScope scope, String... values) throws SQLException {
        String plan = plan(new AuditSql(scope, filter(), Optional.empty(), FOUND).text(), values);
        assertTrue(plan.contains("audit_entry_case") && plan.contains("audit_entry_about"), plan);
        assertFalse(plan.contains("Seq Scan on audit_entry"), plan);
        assertTrue(rowsRead(plan) < MOST_READ, plan);
    }

    @Test
    void entriesOfACase_areThoseOfItsChainAndItsReadings() throws SQLException {
        AuditFilter filter = filter();
        List<String> lines = new ArrayList<>();
        try (Connection connection = database.connect()) {
            AuditExport.read(connection, new AuditScope.All(), filter, Optional.empty(), 1_000, lines::add);
        }
        assertEquals(10, lines.size());
    }

    private static AuditFilter filter() {
        return new AuditFilter(Optional.of(CASE), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static long rowsRead(String plan) {
        Matcher matcher = ROWS.matcher(plan);
        long rows = 0;
        while (matcher.find()) {
            rows += Long.parseLong(matcher.group(1)) * Long.parseLong(matcher.group(3));
        }
        return rows;
    }

    /** As a server that has prepared the statement for any values runs it. */
    private String plan(String sql, String... values) throws SQLException {
        int[] next = {1};
        String numbered = NAME.matcher(sql).replaceAll(name -> Matcher.quoteReplacement("$" + next[0]++));
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("set plan_cache_mode = force_generic_plan");
            statement.execute("prepare reading as " + numbered);
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
