package org.govshare.escalation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.casework.CaseClock;
import org.govshare.casework.ClockRung;
import org.govshare.casework.calendar.CalendarBook;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice that comes late moves what it touches, open or fulfilled, and undoes what was only provisionally so. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class RecountQuarkusTest {
    @Inject
    CalendarBook calendars;

    @Inject
    EntityManager database;

    /** Made up for this test: no notice for 2027 was to be had when it was written. */
    private static final String NOTICE = """
            notice\t2027
            address\tmade-up-for-a-test
            2026-12-31\toff\t元旦
            2027-01-01\toff\t元旦
            2027-01-02\toff\t元旦
            2027-01-03\toff\t元旦
            2027-01-04\toff\t元旦
            """;

    @Inject
    Story story;

    @Inject
    EscalateDue escalate;

    @Inject
    RecountClocks recount;

    @BeforeEach
    void registry() {
        story.loadRegistry();
    }

    @Test
    void notice_movesOpenAndFulfilledClocksAndAnnulsWhatItUndid() {
        UUID untouched = story.inReview("2026-12-07T02:00:00Z");
        // Received on Monday 28 December: 29, 30, 31 December, provisional as from the 29th.
        UUID open = story.inReview("2026-12-28T02:00:00Z");
        UUID late = story.inReview("2026-12-28T03:00:00Z");
        assertEquals(LocalDate.parse("2026-12-31"), clock(open).lastDay);
        assertTrue(clock(open).provisional);

        story.time().to(Instant.parse("2027-01-01T02:00:00Z"));
        story.forwarded(late, "2027-01-01T02:00:00Z");
        escalate.slice();
        assertTrue(clock(late).breached(Instant.parse("2027-01-01T02:00:00Z")));
        assertNotNull(rung(open, "overdue", 1).firedAt);

        post("operator", NOTICE).statusCode(201).body("state", equalTo("recounting"));
        assertTrue(recount.slice() > 0);
        assertEquals(1, clock(open).projection, "no case is locked beside clocks whose cases are not");
        while (recount.slice() > 0) {
            // slice after slice, as ticks would
        }
        // 31 December to 4 January are off: 29, 30 December, 5 January.
        assertEquals(LocalDate.parse("2027-01-05"), clock(open).lastDay);
        assertFalse(clock(open).provisional);
        assertFalse(clock(late).breached(Instant.parse("2027-02-01T02:00:00Z")), "fulfilled in time after all");
        assertEquals(1, clock(untouched).projection);
        assertEquals(clock(open).calendar, clock(untouched).calendar);
        assertNotNull(rung(open, "overdue", 1).annulledAt);
        assertWithdrawn(open);

        escalate.slice();
        assertEquals(null, rung(open, "overdue", 2).firedAt);
        story.time().to(Instant.parse("2027-01-05T16:00:00Z"));
        escalate.slice();
        assertNotNull(rung(open, "overdue", 2).firedAt);
        assertTrue(rung(late, "overdue", 2).moot);
        assertEquals(1, story.count("select count(*) from govshare.due_journal where case_id = '" + open + "'"));

        read("operator").body("toRecount", equalTo(0)).body("moved", greaterThan(0));
        read("clerk").body("version", greaterThan(0)).body("$", not(hasKey("toRecount")));

        post("operator", NOTICE).statusCode(200).body("state", equalTo("unchanged"));
        assertEquals(
                1, story.count("select count(*) from govshare.audit_entry where action = 'loaded-notice-unchanged'"));
    }

    /** Who was told that the duty is overdue hears that it is not, once, in the transaction that annuls the rung. */
    private void assertWithdrawn(UUID id) {
        given().header(
                        "Authorization",
                        TestTokens.agency(Story.AUTHORITY, "clerk").bearer())
                .header("Accept-Language", "en")
                .get("/notices?kind=withdrawal&case=" + id)
                .then()
                .statusCode(200)
                .body("items.rung", equalTo(List.of("overdue")))
                .body("items[0].due", equalTo("2027-01-05T16:00:00Z"))
                .body("items[0].annulledAt", equalTo(null))
                .body("items[0].text", containsString("by 24:00 (Asia/Shanghai) on 2027-01-05"))
                .body("items[0].text", containsString("The earlier reminder is withdrawn"));
        String clock = "data ->> 'case' = '" + id + "' and data ->> 'rung' = 'overdue' and data ->> 'projection' = '1'";
        assertEquals(
                1,
                story.count("select count(*) from govshare.outbox where type = 'org.govshare.clock.annulled.v1' and "
                        + clock));
        assertEquals(
                1,
                story.count("select count(*) from govshare.audit_entry where action = 'annulled-rung' and case_id = '"
                        + id + "'"));
        assertEquals(
                story.count("select count(*) from govshare.notice n where exists (select 1 from govshare.clock_rung r"
                        + " where r.annulled_at is not null and r.clock_id = n.clock_id and r.rung = n.rung"
                        + " and r.projection = n.projection) and kind in ('reminder', 'proposal')"),
                story.count("select count(*) from govshare.notice where kind = 'withdrawal'"));
    }

    @Test
    void brokenNotice_isRefusedNamingTheLine() {
        post("operator", "notice\t2028\naddress\tx\n2028-13-01\toff\t元旦\n")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/notice"))
                .body(
                        "violations[0].message",
                        equalTo("line 3: \"2028-13-01\" is not a date. Write one like 2027-01-01"));
        post("operator", "notice\t2028\naddress\tx\n2028-13-01\toff\t元旦\n", "zh")
                .body("violations[0].message", equalTo("第 3 行：“2028-13-01”不是日期。写成 2027-01-01 这样"));
        post("operator", "notice\t2028\naddress\tx\n", "zh")
                .body("violations[0].message", equalTo("没有任何日期。加若干行：日期、制表符、off 或 work、制表符、节日"));
        post("operator", "\u200b\u00a0", "zh").body("violations[0].code", equalTo("missing"));
        post("clerk", NOTICE).statusCode(403);
    }

    @Test
    void noticeYearsAhead_isRefused() {
        String ahead = "notice\t2090\naddress\tx\n2090-01-01\toff\t元旦\n";
        post("operator", ahead)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/notice"))
                .body(
                        "violations[0].message",
                        matchesPattern("must be the notice for a year from 2007 to 202[78];"
                                + " before a later notice, load the one for the year before it"));
        post("operator", ahead, "zh")
                .body("violations[0].message", matchesPattern("必须是 2007 至 202[78] 年的放假通知；更晚年份的，须先载入其上一年的通知"));
    }

    @Test
    void noticeOfATransactionRolledBack_rulesNowhere() {
        int before = calendars.refresh().version();
        QuarkusTransaction.begin();
        database.createNativeQuery("""
                        insert into govshare.holiday_notice (version, year, content, first_day, loaded_at)
                        values (?1, 2027, ?2, '2027-01-01', now())
                        """)
                .setParameter(1, before + 1)
                .setParameter(2, NOTICE)
                .executeUpdate();
        calendars.refresh();
        QuarkusTransaction.rollback();
        assertEquals(before, calendars.refresh().version());
    }

    private static ValidatableResponse read(String role) {
        return given().header(
                        "Authorization",
                        TestTokens.agency(Story.AUTHORITY, role).bearer())
                .get("/calendar")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String role, String notice) {
        return post(role, notice, "en");
    }

    private static ValidatableResponse post(String role, String notice, String language) {
        return given().header(
                        "Authorization",
                        TestTokens.agency(Story.AUTHORITY, role).bearer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .contentType(ContentType.JSON)
                .body(Map.of("notice", notice))
                .post("/calendar/notices")
                .then();
    }

    private static CaseClock clock(UUID caseId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> CaseClock.<CaseClock>find("caseId = ?1 and rule = 'review'", caseId)
                        .firstResult());
    }

    /** Of the clock of the review. */
    private static ClockRung rung(UUID caseId, String name, int projection) {
        UUID review = clock(caseId).id;
        List<ClockRung> found = QuarkusTransaction.requiringNew()
                .call(() -> ClockRung.list("clockId = ?1 and rung = ?2 and projection = ?3", review, name, projection));
        return found.get(0);
    }
}
