package org.govshare.supervision;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.govshare.casework.CaseClock;
import org.govshare.escalation.MovableTime;
import org.govshare.escalation.Organs;
import org.govshare.escalation.RecountClocks;
import org.govshare.escalation.Story;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A notice annuls a breach, so that no organ can act about it any more; a date that an order set stays valid. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class OrdersRecountQuarkusTest {
    private static final String GOVERNMENT = "Y1130000FAKE000134";

    /** Made up for this test: there was no notice for 2027 when it was written. */
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
    RecountClocks recount;

    @BeforeEach
    void registry() {
        story.loadRegistry();
    }

    @Test
    void notice_annulsTheBreachButLeavesTheDateThatAnOrderSet() {
        UUID early = story.inReview("2026-12-07T02:00:00Z");
        // Received on 28 December: 29, 30, 31 December, provisionally.
        UUID provisional = story.inReview("2026-12-28T02:00:00Z");
        UUID ordered = story.inReview("2026-12-28T03:00:00Z");
        story.time().to(Instant.parse("2027-01-01T02:00:00Z"));
        Map<String, String> order = Map.of("grounds", "other", "correct", "转至提供部门", "by", "2027-01-04");
        UUID correction = UUID.fromString(Organs.give(GOVERNMENT, "/acts/correction", ordered, "review", order)
                .statusCode(201)
                .extract()
                .path("id"));
        CaseClock before = clock(correction);
        assertEquals(LocalDate.parse("2027-01-04"), before.lastDay);

        load();
        // Counted anew already, before the recount has come by.
        TestTokens seeing = TestTokens.agency(GOVERNMENT, "clerk", "auditor");
        Map<String, ?> annulled = Map.of("case", provisional.toString(), "clock", "review", "fields", order);
        Organs.post(seeing, "/acts/correction", annulled).statusCode(422).body("rule.article", equalTo("30"));
        while (recount.slice() > 0) {
            // slice after slice, as ticks would
        }
        assertEquals(LocalDate.parse("2027-01-05"), clock(provisional).lastDay);
        Organs.post(seeing, "/acts/correction", annulled).statusCode(422);
        Organs.give(GOVERNMENT, "/acts/correction", early, "review", order).statusCode(201);

        CaseClock after = clock(correction);
        assertEquals(before.lastDay, after.lastDay);
        assertEquals(before.dueAt, after.dueAt);
        assertNotEquals(before.calendar, after.calendar);
        assertEquals(0, story.count("select count(*) from govshare.due_journal where case_id = '" + correction + "'"));
    }

    private static void load() {
        given().header(
                        "Authorization",
                        TestTokens.agency(Story.AUTHORITY, "operator").bearer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("notice", NOTICE))
                .post("/calendar/notices")
                .then()
                .statusCode(201);
    }

    private static CaseClock clock(UUID caseId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> CaseClock.<CaseClock>find("caseId", caseId).firstResult());
    }
}
