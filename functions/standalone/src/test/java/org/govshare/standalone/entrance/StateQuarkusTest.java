package org.govshare.standalone.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.request.RequestCases;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.entrance.Door;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;
import org.govshare.testkit.http.ShareForm;
import org.govshare.upkeep.retention.Erasure;
import org.govshare.upkeep.retention.Periods;
import org.govshare.upkeep.state.StateVerdict;
import org.govshare.upkeep.state.StateVerification;
import org.govshare.verification.VerificationCases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After many stories the tables are what the trail and the law make them; whatever row the owner alters is found, and no other. */
@QuarkusTest
@TestProfile(OneProcess.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class StateQuarkusTest {
    private static final String TICK = "org.govshare.escalation.tick.v1";
    private static final String SUPPLY = "{\"action\":\"%s\",\"fields\":%s}";
    private static final String MISUSE = "{\"misuse\":\"转让第三方\"}";

    /** The days off that a notice adds move what was due at the turn of the year, as another notice moves it back in part. */
    private static final List<String> NOTICES = List.of("06", "04");

    private static boolean played;

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    DataSource database;

    @Inject
    Pseudonyms pseudonyms;

    @BeforeEach
    void play() throws Exception {
        if (!played) {
            try (Connection owner = DriverManager.getConnection(ownerUrl)) {
                RegistryLoad.builtIn().into(owner);
            }
            stories();
            played = true;
        }
    }

    @Test
    void afterManyStories_nothingDiffers() throws SQLException {
        StateVerdict verdict = verify(Optional.empty());
        assertSound(verdict);
        assertEquals(0, verdict.older() + verdict.textsUnread() + verdict.withoutLaw(), verdict.toString());
        for (long count : List.of(verdict.cases(), verdict.clocks(), verdict.rungs(), verdict.notices())) {
            assertTrue(count > 20, verdict.toString());
        }
        assertTrue(verdict.grants() > 3, verdict.toString());
    }

    @Test
    void whateverRowIsAltered_isToldAndNoOther() throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (TamperedState way : TamperedState.ALL) {
            try (TamperedState.Undone undone = way.on(ownerUrl)) {
                StateVerdict verdict = verify(Optional.empty());
                Set<String> told = rows(verdict);
                if (!told.equals(Set.of(undone.row())) || verdict.differenceCount() > 4) {
                    wrong.add(way + ": " + verdict.differences());
                }
            } catch (SQLException | IllegalStateException e) {
                wrong.add(way + ": " + e.getMessage());
            }
        }
        assertEquals(List.of(), wrong);
        assertSound(verify(Optional.empty()));
    }

    @Test
    void oneCase_isVerifiedAlone() throws SQLException {
        TamperedState way = TamperedState.ALL.get(0);
        try (TamperedState.Undone undone = way.on(ownerUrl)) {
            UUID touched = UUID.fromString(undone.text("select case_id from govshare.case_clock where id = '"
                    + undone.row().split(" ")[1] + "'"));
            UUID other = UUID.fromString(
                    undone.text("select id from govshare.case_file where id <> '" + touched + "' order by id limit 1"));
            assertEquals(Set.of(undone.row()), rows(verify(Optional.of(touched))));
            assertEquals(1, verify(Optional.of(other)).cases());
            assertSound(verify(Optional.of(other)));
        }
    }

    @Test
    void difference_isToldInBothLanguagesAndNeverWithWhatPeopleWrote() throws SQLException {
        String moved =
                "(?s).*case_clock [0-9a-f-]{36} \\(case [0-9a-f-]{36}\\): due_at is \\S+, must be \\S+ by the trail and"
                        + " the law.*do NOT agree with the trail and the law: 1 differences.*";
        try (TamperedState.Undone undone =
                TamperedState.named("a deadline moved").on(ownerUrl)) {
            StateVerdict verdict = verify(Optional.empty());
            assertTrue(verdict.text(Locale.ENGLISH).matches(moved), verdict.text(Locale.ENGLISH));
            assertTrue(verdict.text(Locale.CHINESE).contains("依留痕和规定应为"), verdict.text(Locale.CHINESE));
            assertEquals(1, verdict.json().path("differences").size());
            assertEquals(Set.of(undone.row()), rows(verdict));
        }
        try (TamperedState.Undone undone =
                TamperedState.named("a scenario changed").on(ownerUrl)) {
            StateVerdict verdict = verify(Optional.empty());
            assertEquals(Set.of(undone.row()), rows(verdict));
            String text = verdict.text(Locale.ENGLISH);
            assertTrue(text.contains("facts is not what was entered"), text);
        }
    }

    @Test
    void underAnotherTrailKey_whatPeopleWroteIsCountedAndNotCompared() throws SQLException {
        try (Connection connection = database.getConnection()) {
            StateVerdict verdict = new StateVerification(new Pseudonyms(Optional.of("another key")))
                    .verify(connection, Optional.empty());
            assertSound(verdict);
            assertTrue(verdict.textsUnread() > 20, verdict.toString());
        }
    }

    @Test
    void whatWasEnteredBeforeTheRelease_isCountedAndNoDifference_butTheLawStillFindsAMovedDeadline()
            throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                var statement = owner.createStatement()) {
            statement.execute("create table if not exists govshare.kept_entry as table govshare.audit_entry");
            statement.execute("""
                update govshare.audit_entry set details = (
                    select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(details)
                     where key in ('from', 'to', 'pack', 'article', 'effects', 'in-place-of', 'clock', 'rung', 'due',
                                   'addressees', 'proposed', 'year', 'version', 'kind', 'before', 'act', 'agency', 'on-grant')
                       and not (key = 'kind' and details ? 'to'))
                 where details <> '{}'\
                """);
            StateVerdict verdict = verify(Optional.empty());
            assertSound(verdict);
            assertTrue(verdict.older() > 100, verdict.toString());
            assertTrue(
                    verdict.text(Locale.ENGLISH).contains("rows not verifiable, entered before release 0.2"),
                    verdict.text(Locale.ENGLISH));
            try (TamperedState.Undone undone =
                    TamperedState.named("a deadline moved").on(ownerUrl)) {
                assertEquals(Set.of(undone.row()), rows(verify(Optional.empty())));
            }
            statement.execute("truncate govshare.audit_entry");
            statement.execute("insert into govshare.audit_entry table govshare.kept_entry");
            statement.execute("drop table govshare.kept_entry");
        }
        assertSound(verify(Optional.empty()));
    }

    private static void assertSound(StateVerdict verdict) {
        assertTrue(verdict.sound(), verdict.text(Locale.ENGLISH));
    }

    private static Set<String> rows(StateVerdict verdict) {
        return verdict.differences().stream()
                .map(difference -> difference.table() + " " + difference.row())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private StateVerdict verify(Optional<UUID> caseId) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new StateVerification(pseudonyms).verify(connection, caseId);
        }
    }

    /** What all commands and functions make of cases: granted, suspended, ended, late, extended, ordered, barred, recounted, erased. */
    private void stories() throws Exception {
        Door door = new HttpDoor();
        Preparation things = new Preparation(ownerUrl, door);
        RequestCases.filedAndReported(things);
        suppliedAgain(door);
        grantedInPart(door, RequestCases.asked(things));
        String late = VerificationCases.lateWithMoreTimeAsked(things);
        tick();
        VerificationCases.moreTime(things, late);
        VerificationCases.lateWithMoreTimeAsked(things);
        things.lawTime(Preparation.TODAY);
        for (Row row : Matrix.commands()) {
            if (!row.target().startsWith("org.govshare.calendar")) {
                EntranceMatrixQuarkusTest.sent(row.with(things::put), EntranceMatrixQuarkusTest.as(row.right()));
            }
        }
        tick();
        turnOfTheYear(door, things);
        erase();
    }

    /** Consented to for some items and a place. */
    private static void grantedInPart(Door door, String asked) {
        String actions = "/requests/" + asked + "/actions";
        String fields = "{\"scope\":\"全市\",\"purpose\":\"流调\",\"items\":[\"code\",\"name\"]}";
        door.send(Agencies.PROVINCE_POLICE, actions, SUPPLY.formatted("consent", fields));
        door.send(Agencies.PROVINCE_AUTHORITY, actions, SUPPLY.formatted("deliver", "{}"));
    }

    /** A grant suspended and resumed, and one suspended and ended (Hunan ch. 3 para. 14). */
    private static void suppliedAgain(Door door) {
        for (String then : List.of("resume-supply", "end-supply")) {
            String request = door.send(
                    Agencies.HUNAN_CIVIL_AFFAIRS,
                    "/requests",
                    ShareForm.json("hunan-hiv-case-reports", Map.of("name", "病例信息", "purpose", "救助")));
            String actions = "/requests/" + request + "/actions";
            door.send(
                    Agencies.HUNAN_HEALTH,
                    actions,
                    SUPPLY.formatted("consent", "{\"scope\":\"是否确诊\",\"purpose\":\"救助\"}"));
            door.send(Agencies.HUNAN_HEALTH, actions, SUPPLY.formatted("suspend-supply", MISUSE));
            door.send(
                    Agencies.HUNAN_HEALTH, actions, SUPPLY.formatted(then, then.equals("end-supply") ? MISUSE : "{}"));
        }
    }

    /** Provisional clocks are late, one is done late, and notices move them, one after another. */
    private void turnOfTheYear(Door door, Preparation things) {
        things.lawTime(Instant.parse("2026-12-28T02:00:00Z"));
        String open = RequestCases.submitted(things);
        String late = RequestCases.submitted(things);
        things.lawTime(Instant.parse("2027-01-04T17:00:00Z"));
        tick();
        door.send(
                Agencies.SHIJIAZHUANG_AUTHORITY,
                "/requests/" + late + "/actions",
                SUPPLY.formatted("forward-up", "{}"));
        for (String last : NOTICES) {
            notice(last);
            for (int i = 0; i < 12; i++) {
                tick();
            }
        }
        things.lawTime(Instant.parse("2027-01-08T17:00:00Z"));
        tick();
        door.send(
                Agencies.SHIJIAZHUANG_AUTHORITY,
                "/requests/" + open + "/actions",
                SUPPLY.formatted("forward-up", "{}"));
        things.lawTime(Instant.parse("2027-01-20T17:00:00Z"));
        tick();
        stillRunning(door, things);
    }

    /** Clocks whose rungs wait, of one of which more time is asked for. */
    private static void stillRunning(Door door, Preparation things) {
        VerificationCases.doubted(things);
        door.send(
                Agencies.PROVINCE_POLICE,
                "/requests/" + RequestCases.asked(things) + "/actions",
                SUPPLY.formatted("ask-extension", "{\"clock\":\"reply\",\"grounds\":\"涉及多部门核实\",\"amount\":\"5\"}"));
    }

    private static void notice(String last) {
        StringBuilder notice = new StringBuilder("notice\\t2027\\naddress\\thttps://example.invalid/2027\\n");
        for (int day = 1; day <= Integer.parseInt(last); day++) {
            notice.append("2027-01-0").append(day).append("\\toff\\t元旦\\n");
        }
        Row row = Row.post("/calendar/notices", "/calendar/notices", "{\"notice\":\"" + notice + "\"}")
                .right(Agencies.PROVINCE_AUTHORITY, "operator", 201);
        assertEquals(
                201,
                EntranceMatrixQuarkusTest.sent(row, EntranceMatrixQuarkusTest.as(row.right()))
                        .statusCode());
    }

    /** What is erased by its period is no difference: facts of closed cases, and the oldest notices. */
    private void erase() throws SQLException {
        Clock later = Clock.fixed(Instant.parse("2027-02-01T00:00:00Z"), ZoneOffset.UTC);
        Periods periods = new Periods(Map.of("facts", Duration.ofDays(400), "notices", Duration.ofDays(455)));
        try (Connection connection = database.getConnection()) {
            Map<String, Long> erased = new Erasure(periods, pseudonyms, later).run(connection, 100);
            assertTrue(erased.get("facts") > 0 && erased.get("notices") > 0, erased.toString());
        }
    }

    private static void tick() {
        AtTheRoot.notification(TICK)
                .header("Govshare-Sink-Secret", OneProcess.SECRET)
                .post("/")
                .then()
                .statusCode(204);
    }
}
