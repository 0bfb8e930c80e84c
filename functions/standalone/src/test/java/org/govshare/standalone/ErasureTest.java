package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.commands.trail.TrailWriter;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.retention.Payload;
import org.govshare.regulation.pack.Law;
import org.govshare.testkit.TestDatabase;
import org.govshare.upkeep.retention.Erasure;
import org.govshare.upkeep.retention.Periods;
import org.govshare.upkeep.root.RootKeys;
import org.govshare.upkeep.root.RootWriter;
import org.govshare.upkeep.root.RootsFile;
import org.govshare.upkeep.root.TrailVerification;
import org.govshare.upkeep.root.TrailVerification.Scope;
import org.govshare.upkeep.root.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept too long goes, what is not stays, and the trail is whole before and after. */
class ErasureTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final Clock WALL = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(Optional.of("test-key"));
    private static final String KEY = RootKeys.generate();
    private static final String[] DAYS_AGO = {"1", "4000"};

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.create();
    private Connection app;

    @BeforeEach
    void open() throws SQLException {
        RegistryStock.fillIfEmpty(database.ownerUrl());
        app = database.connect();
    }

    @AfterEach
    void close() throws SQLException {
        app.close();
        database.close();
    }

    @Test
    void oldPayloads_goAndTheTrailStaysWhole() throws SQLException {
        UUID old = closedCase(4000, "closed_at");
        UUID open = closedCase(4000, "null");
        UUID recent = closedCase(1, "closed_at");
        for (String days : DAYS_AGO) {
            payloads(days);
        }
        enterCases(old, open, recent);
        new RootWriter(new RootsFile(folder), KEY, WALL).write(app);

        Map<String, Long> erased = erase(Map.of());

        assertEquals(Map.of("answers", 1L, "changes", 1L, "deliveries", 1L, "facts", 1L, "notices", 1L), erased);
        assertEquals("{}", text("select facts from case_file where id = '" + old + "'"));
        assertEquals("1", text("select count(*) from case_clock where asked is null and reasons is null"));
        assertEquals("1", text("select count(*) from data_grant where purpose = '' and scope = ''"));
        assertEquals("2", text("select count(*) from case_file where facts <> '{}'"));
        assertEquals(
                "1", text("select count(*) from inbox where answer is null and digest <> '' and location is null"));
        for (String table : List.of("record_change", "delivery_attempt", "notice")) {
            assertEquals("1", text("select count(*) from " + table), table);
        }
        assertEquals("erased", text("select action from audit_entry where case_id = '" + old + "' and seq = 2"));
        assertEquals("4", text("select count(*) from audit_entry where action = 'erased' and case_id is null"));
        Verdict verdict =
                new TrailVerification(new RootsFile(folder), RootKeys.publicBlock(KEY)).verify(app, Scope.ALL);
        assertTrue(verdict.sound(), verdict.text(Locale.ENGLISH));
        assertEquals(5, verdict.unprotected());
        assertTrue(erase(Map.of()).values().stream().allMatch(rows -> rows == 0), "a second time there is nothing");
    }

    @Test
    void digestOfBeforeDigestsWereKeyed_goesWithTheAnswer() throws SQLException {
        for (String days : DAYS_AGO) {
            payloads(days);
        }
        execute("update inbox set digest = 'unkeyed'");
        erase(Map.of());
        assertEquals("1", text("select count(*) from inbox where answer is null and digest = ''"));
        assertEquals("1", text("select count(*) from inbox where answer is not null and digest = 'unkeyed'"));
    }

    @Test
    void changes_stayUntilTheStreamsOfTheirCitiesHaveThem() throws SQLException {
        payloads("4000");
        stream("130200");
        stream("130100");
        assertEquals(0L, erase(Map.of()).get("changes"));

        execute("update backflow_stream set feed_txid = (select txid from record_change), feed_seq ="
                + " (select seq from record_change) where city = '130100'");
        assertEquals(1L, erase(Map.of()).get("changes"), "what another city lacks is no change of its own");
    }

    @Test
    void streamGivenUp_holdsNoChanges_andBeginsAgainWithASnapshot() throws SQLException {
        payloads("4000");
        stream("130100");
        stream("130200");
        execute("update backflow_stream set dead = true");
        assertEquals(1L, erase(Map.of()).get("changes"));
        assertEquals("snapshot", text("select state from backflow_stream where city = '130100'"));
        assertEquals("0", text("select count(*) from backflow_stream where city = '130100' and feed_txid = '1'"));
        assertEquals("changes", text("select state from backflow_stream where city = '130200'"));
    }

    @Test
    void haltedStream_holdsNoChanges() throws SQLException {
        payloads("4000");
        stream("130100");
        try (Connection owner = DriverManager.getConnection(database.ownerUrl());
                Statement statement = owner.createStatement()) {
            statement.execute("update govshare.city_platform set approval_ended_on = '2026-01-01'");
        }
        assertEquals(1L, erase(Map.of()).get("changes"));
        assertEquals("snapshot", text("select state from backflow_stream"));
    }

    @Test
    void streamIsHalted_fromTheFirstMomentOfTheDayInShanghai() throws SQLException {
        payloads("4000");
        stream("130100");
        try (Connection owner = DriverManager.getConnection(database.ownerUrl());
                Statement statement = owner.createStatement()) {
            statement.execute("update govshare.city_platform set approval_ended_on = '2026-11-23'");
        }
        assertEquals(0L, erase("2026-11-22T15:59:59Z").get("changes"));
        assertEquals(1L, erase("2026-11-22T16:00:00Z").get("changes"));
    }

    private Map<String, Long> erase(String at) throws SQLException {
        Clock then = Clock.fixed(Instant.parse(at), ZoneOffset.UTC);
        return new Erasure(Periods.of(Map.of()), PSEUDONYMS, then).run(app, 3);
    }

    /** A stream that has taken nothing yet of what came after its snapshot. */
    private void stream(String city) throws SQLException {
        execute("insert into backflow_need select region_code, 'hebei-communities', null, operator_code, now()"
                + " from city_platform where region_code = '" + city + "'");
        execute("insert into backflow_stream (city, dataset_id, state, feed_txid, feed_seq, next_attempt_at)"
                + " select city, dataset_id, 'changes', '1', 0, now() from backflow_need where city = '" + city + "'");
    }

    @Test
    void operatorsPeriods_ruleAndOffKeepsForGood() throws SQLException {
        payloads("4000");
        payloads("2");

        Map<String, Long> erased = erase(Map.of("GOVSHARE_KEEP_ANSWERS", "off", "GOVSHARE_KEEP_DELIVERIES", "1d"));

        assertEquals(null, erased.get("answers"));
        assertEquals(2L, erased.get("deliveries"));
        assertThrows(CommandException.class, () -> Periods.of(Map.of("GOVSHARE_KEEP_FACTS", "10y")));
        Payload answers = Payload.all().stream()
                .filter(payload -> payload.setting().equals("GOVSHARE_KEEP_ANSWERS"))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(Duration.ofDays(180)), Periods.of(Map.of()).of(answers));
    }

    @Test
    void periodShorterThanTheDecreeWantsRecordsOfUseKept_isRefusedWithTheArticle() {
        var rules = Law.builtIn().keep(LocalDate.of(2025, 8, 1));
        for (String enough : List.of("1096d", "off", "3650d")) {
            Periods.of(Map.of("GOVSHARE_KEEP_FACTS", enough)).lawful(rules);
        }
        Periods few = Periods.of(Map.of("GOVSHARE_KEEP_FACTS", "1095d"));
        CommandException refused = assertThrows(CommandException.class, () -> few.lawful(rules));
        assertEquals(
                "GOVSHARE_KEEP_FACTS must be at least 1096d, or off: decree-809-2025, art. 29 para. 2 wants use-records"
                        + " kept for 3 years",
                refused.getMessage());
        Periods other = Periods.of(Map.of("GOVSHARE_KEEP_DELIVERIES", "1d"));
        assertEquals(other, other.lawful(rules), "attempts to deliver are no records of use");
    }

    @Test
    void textNotYetInForce_asksForNoPeriod() {
        var eve = Law.builtIn().keep(LocalDate.of(2025, 7, 31));
        Periods few = Periods.of(Map.of("GOVSHARE_KEEP_FACTS", "1d"));
        assertEquals(few, few.lawful(eve));
    }

    @Test
    void commands_refuseIt() {
        assertThrows(CommandException.class, () -> OperatedLaw.periods(Map.of("GOVSHARE_KEEP_FACTS", "30d")));
    }

    private Map<String, Long> erase(Map<String, String> environment) throws SQLException {
        return new Erasure(Periods.of(environment), PSEUDONYMS, WALL).run(app, 3);
    }

    private void enterCases(UUID... cases) throws SQLException {
        app.setAutoCommit(false);
        for (UUID id : cases) {
            TrailWriter.enter(
                    app, PSEUDONYMS, new TrailEntry(Optional.of(id), NOW, "none", "somebody", "opened", Map.of()));
        }
        app.commit();
        app.setAutoCommit(true);
    }

    private UUID closedCase(int days, String grantClosed) throws SQLException {
        UUID id = UUID.randomUUID();
        String at = "timestamptz '" + NOW + "' - interval '" + days + " days'";
        execute("insert into case_file select '" + id + "', 'share-request', '', '[]', a.region_code, d.id,"
                + " a.credit_code, a.credit_code, 'end', 1, true, " + at + ", " + at + ", '{\"scenario\": \"王某\"}'"
                + " from agency a, dataset d limit 1");
        execute("insert into case_clock (id, case_id, rule, ordinal, duty, obligor, started_at, extension, asked,"
                + " reasons, due_at, last_day, provisional, projection, counted_to, calendar)"
                + " select gen_random_uuid(), id, 'reply', 1, 'reply', provider, opened_at, 0, '{\"grounds\": \"某\"}',"
                + " '[{\"reason\": \"某\"}]',"
                + " opened_at, '2026-01-01', false, 1, '2026-01-01', 0 from case_file where id = '" + id + "'");
        execute("insert into data_grant (id, case_id, dataset_id, grantee, purpose, scope, opened_at, closed_at)"
                + " select gen_random_uuid(), id, dataset_id, requester, '查王某', '全市', opened_at, "
                + grantClosed.replace("closed_at", "opened_at") + " from case_file where id = '" + id + "'");
        return id;
    }

    private void payloads(String days) throws SQLException {
        String at = "timestamptz '" + NOW + "' - interval '" + days + " days'";
        execute("insert into inbox (sender, source, event_id, type, digest, status, answer, location, received_at)"
                + " values ('s', 'rest', '" + days + "', 't', 'keyed:d', 201, '{\"id\": 1}', 'requests/1', " + at
                + ")");
        execute("insert into record_change (dataset_id, key, version, op, region_code, city, at)"
                + " values ('hebei-communities', 'k', 1, 'upsert', '130102', '130100', " + at + ")");
        execute("insert into delivery_endpoint (id, owner, city, url, status, created_at, next_attempt_at) select"
                + " '00000000-0000-0000-0000-000000000001', credit_code, '130100', 'https://x.invalid', 'closed', now(),"
                + " now() from agency limit 1 on conflict do nothing");
        execute("insert into delivery_attempt (endpoint_id, message_id, type, subject, at, millis)"
                + " values ('00000000-0000-0000-0000-000000000001', 'm', 't', 's', " + at + ", 1)");
        execute("insert into notice (id, agency, kind, pack, article, act, zh, en, given_at)"
                + " select gen_random_uuid(), credit_code, 'reminder', 'p', 'a', '', '一', 'a', " + at
                + " from agency limit 1");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = app.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = app.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
