package org.govshare.escalation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.ClockRung;
import org.govshare.commands.trail.AuditEntry;
import org.govshare.commands.trail.TrailCheck;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminder, overdue and proposal: once each, in order, whoever ticks and however often. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class EscalationQuarkusTest {
    private static final String GOVERNMENT = "Y1130000FAKE000134";
    private static final String ADDRESSED = "select count(*) from govshare.case_addressee a join govshare.case_file c"
            + " on c.id = a.case_id and c.opened_at = a.opened_at and a.agency = '" + GOVERNMENT
            + "' where c.id = '%s'";

    @Inject
    Story story;

    @Inject
    EscalateDue escalate;

    @Inject
    TrailCheck check;

    @BeforeEach
    void registry() {
        story.loadRegistry();
    }

    @Test
    void lateAuthority_isRemindedThenOverdueThenProposedToItsGovernment() {
        UUID id = story.submitted("2025-04-25T02:00:00Z");

        // Unconditional data is due in 3 working days: 27 (make-up Sunday), 28, 29 April.
        assertEquals(List.of(), firedAt(id, "2025-04-27T15:59:59Z"), "before the last but one working day ends");
        assertEquals(List.of("reminder"), firedAt(id, "2025-04-27T16:00:00Z"));
        assertEquals(List.of("reminder"), firedAt(id, "2025-04-29T15:59:59Z"));
        assertEquals(List.of("reminder", "overdue"), firedAt(id, "2025-04-29T16:00:00Z"));
        // Three working days later: 30 April, 6 and 7 May, after Labour Day.
        assertEquals(List.of("reminder", "overdue"), firedAt(id, "2025-05-07T15:59:59Z"));
        assertEquals(0, story.count(ADDRESSED.formatted(id)), "who was told so far is a party");
        assertEquals(List.of("reminder", "overdue", "proposal"), firedAt(id, "2025-05-07T16:00:00Z"));
        assertEquals(1, story.count(ADDRESSED.formatted(id)), "the government sees the case from now on");

        ClockRung proposal = rungs(id).get(2);
        assertEquals("order-correction", proposal.proposedAct);
        assertEquals(List.of(GOVERNMENT), proposal.addressees);
        assertEquals("30 (5)", proposal.article);
        assertTrue(check.check(Optional.of(id)).sound());
    }

    /** One working day in place of Hebei's three; each text counts for itself from when on its organ may act. */
    @Test
    void lateAuthorityUnderTheDecree_isProposedOnceForEachText() {
        UUID id = story.submitted("2025-09-26T02:00:00Z");

        // Due on 28 September, a make-up Sunday.
        assertEquals(List.of("reminder"), firedAt(id, "2025-09-28T15:59:59Z"));
        assertEquals(List.of("reminder", "overdue"), firedAt(id, "2025-09-28T16:00:00Z"));
        // Three working days later: 29, 30 September and 9 October.
        assertEquals(List.of("reminder", "overdue"), firedAt(id, "2025-10-09T15:59:59Z"));
        assertEquals(List.of("reminder", "overdue", "proposal.decree-809-2025"), firedAt(id, "2025-10-09T16:00:00Z"));
        // Hebei's three end on 30 September; three later: 9, 10 and 11 October, a make-up Saturday.
        assertEquals(List.of("reminder", "overdue", "proposal.decree-809-2025"), firedAt(id, "2025-10-11T15:59:59Z"));
        assertEquals(
                List.of("reminder", "overdue", "proposal.decree-809-2025", "proposal"),
                firedAt(id, "2025-10-11T16:00:00Z"));
        assertEquals(
                List.of("39 (4)", "30 (5)"),
                rungs(id).stream().skip(2).map(rung -> rung.article).toList());
        assertTrue(rungs(id).stream().skip(2).allMatch(rung -> rung.addressees.equals(List.of(GOVERNMENT))));
        assertTrue(check.check(Optional.of(id)).sound());
    }

    @Test
    void afterAnOutage_missedRungsFireInOrderWithBothMoments() {
        UUID id = story.submitted("2025-03-03T02:00:00Z");
        firedAt(id, "2025-04-01T02:00:00Z");
        List<ClockRung> fired = rungs(id);
        assertEquals(
                List.of("reminder", "overdue", "proposal"),
                fired.stream().map(rung -> rung.rung).toList());
        assertTrue(fired.stream().allMatch(rung -> rung.dueAt.isBefore(rung.firedAt)));
    }

    @Test
    void tick_firesOnceHoweverOftenItComes() {
        UUID id = story.submitted("2025-05-12T02:00:00Z");
        story.time().to(Instant.parse("2025-06-12T02:00:00Z"));
        for (int i = 0; i < 5; i++) {
            tick().statusCode(204);
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> fired(id).size() == 3);
        long entries = QuarkusTransaction.requiringNew()
                .call(() -> AuditEntry.count("caseId = ?1 and action like 'escalated%'", id));
        assertEquals(3, entries);
    }

    /** A case whose text of law is lost cannot be counted again; others are told of their deadlines all the same. */
    @Test
    void recountThatFails_keepsNoRungFromFiring() {
        UUID lost = story.inReview("2026-12-28T02:00:00Z");
        UUID late = story.submitted("2025-05-12T02:00:00Z");
        story.run("insert into govshare.holiday_notice (version, year, content, first_day, loaded_at) values (1, 2027,"
                + " E'notice\\t2027\\naddress\\tmade-up\\n2027-01-01\\toff\\t元旦\\n', '2026-12-29', now())");
        story.run("update govshare.case_clock set calendar = 1 where case_id <> '" + lost + "'");
        story.run("update govshare.case_file set packs = jsonb_set(packs, '{0,digest}', '\"lost\"') where id = '" + lost
                + "'");
        try {
            story.time().to(Instant.parse("2025-06-12T02:00:00Z"));
            tick().statusCode(500);
            assertEquals(3, fired(late).size());
        } finally {
            story.run("update govshare.case_file l set packs = o.packs from govshare.case_file o where l.id = '" + lost
                    + "' and o.id = '" + late + "'");
        }
        tick().statusCode(204);
        assertEquals(0, story.count("select count(*) from govshare.case_clock where calendar < 1"));
    }

    private static ValidatableResponse tick() {
        return given().header("ce-specversion", "1.0")
                .header("ce-id", "tick")
                .header("ce-source", "/test")
                .header("ce-type", TickFunction.TYPE)
                .contentType("application/json")
                .body("{}")
                .header("Govshare-Sink-Secret", "test-secret")
                .post("/")
                .then();
    }

    @Test
    void functions_cannotBeCalledByName() {
        given().get("/" + TickFunction.TYPE).then().statusCode(404);
        given().post("/" + TickFunction.TYPE).then().statusCode(404);
        given().header("Govshare-Sink-Secret", "test-secret").get("/").then().statusCode(405);
    }

    private List<String> firedAt(UUID id, String moment) {
        story.time().to(Instant.parse(moment));
        escalate.slice();
        return fired(id);
    }

    private List<String> fired(UUID id) {
        return rungs(id).stream()
                .filter(rung -> rung.firedAt != null)
                .map(rung -> rung.rung)
                .toList();
    }

    private List<ClockRung> rungs(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ClockRung.<ClockRung>list("caseId = ?1 order by dueAt", id));
    }
}
