package org.govshare.escalation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What agencies are told, and how they poll for it. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class NoticesQuarkusTest {
    private static final String GOVERNMENT = "Y1130000FAKE000134";
    private static final String ELSEWHERE = "Y1130000FAKE01024F";
    private static final String ENDED = "Y1430100FAKE000218";
    private static final String SUCCESSOR = "Y1430100FAKE0003X0";
    private static final String BY_HAND = """
            insert into govshare.notice (id, agency, kind, pack, article, act, zh, en, given_at)
            values (gen_random_uuid(), '%s', 'circular', 'hebei-2022', '30', '', '%s', '%s', now())
            """;

    @Inject
    Story story;

    @Inject
    Backlog backlog;

    @Inject
    EscalateDue escalate;

    @BeforeEach
    void registry() {
        story.loadRegistry();
    }

    @Test
    void lateAuthority_andItsGovernmentAreToldWhatIsDueByWhenUnderWhichArticle() {
        UUID id = lateCase();
        get(Story.AUTHORITY, "zh", "?case=" + id)
                .statusCode(200)
                .body("items.rung", hasItems("reminder", "overdue"))
                .body("items.find { it.rung == 'overdue' }.kind", equalTo("reminder"))
                .body("items.find { it.rung == 'overdue' }.text", containsString("应于2025-05-15 24:00"))
                .body("items.find { it.rung == 'overdue' }.text", containsString("第15条第2款"))
                .body("items.find { it.rung == 'overdue' }.text", containsString("已经逾期"))
                .body("items.find { it.rung == 'reminder' }.text", containsString("尚未完成"));
        String notice = get(GOVERNMENT, "en", "?kind=proposal&case=" + id)
                .body("items", hasSize(1))
                .body("items[0].act", equalTo("order-correction"))
                .body("items[0].basis", equalTo("hebei-2022 30 (5)"))
                .body("items[0].due", equalTo("2025-05-15T16:00:00Z"))
                .body("items[0].text", containsString("Proposed: order correction"))
                .body("items[0].text", containsString("art. 30 (5)"))
                .extract()
                .path("items[0].id");
        assertEquals(
                1,
                story.count("select count(*) from govshare.outbox where type = 'org.govshare.notice.given.v1'"
                        + " and subject = '" + notice + "' and data = jsonb_build_object('notice', '" + notice
                        + "', 'agency', '" + GOVERNMENT + "', 'case', '" + id + "')"));
        get(GOVERNMENT, "en", "/" + notice).statusCode(200).body("case", equalTo(id.toString()));
    }

    @Test
    void rungsThatFireAfterTheDutyWasDone_sayWhen() {
        UUID punctual = story.submitted("2025-05-12T02:00:00Z");
        story.delivered(punctual, "2025-05-15T04:00:00Z");
        UUID late = story.submitted("2025-05-12T02:00:00Z");
        story.delivered(late, "2025-05-22T04:05:00Z");
        story.time().to(Instant.parse("2025-06-12T02:00:00Z"));
        escalate.slice();

        get(Story.AUTHORITY, "zh", "?case=" + punctual)
                .body("items.rung", equalTo(List.of("reminder")))
                .body("items[0].text", endsWith("，已于2025-05-15 12:00完成。"));
        get(Story.AUTHORITY, "en", "?case=" + punctual)
                .body("items[0].text", containsString(" owed "))
                .body("items[0].text", endsWith("; done at 2025-05-15 12:00."));
        get(Story.AUTHORITY, "zh", "?case=" + late)
                .body("items.rung", hasItems("reminder", "overdue"))
                .body("items.text", everyItem(endsWith("，已于2025-05-22 12:05完成，当时已经逾期。")));
        get(GOVERNMENT, "en", "?case=" + late)
                .body("items[0].text", containsString("; done at 2025-05-22 12:05, when it was overdue. Proposed: "));
    }

    /** The requester withdrew: the case ended, and the duty with it. */
    @Test
    void rungThatFiresAfterTheDutyFellAway_saysSo() {
        UUID id = story.submitted("2025-05-12T02:00:00Z");
        story.acted(Story.CIVIL_AFFAIRS, id, "withdraw", Map.of(), "2025-05-15T04:00:00Z");
        story.time().to(Instant.parse("2025-06-12T02:00:00Z"));
        escalate.slice();
        get(Story.AUTHORITY, "zh", "?case=" + id)
                .body("items.rung", equalTo(List.of("reminder")))
                .body("items[0].text", endsWith("，已于2025-05-15 12:00随办件办结而终止。"));
        get(Story.AUTHORITY, "en", "?case=" + id)
                .body("items[0].text", endsWith("; it fell away with the case at 2025-05-15 12:00."));
    }

    @Test
    void noticeToAnother_answersAsIfItDidNotExist() {
        UUID id = lateCase();
        String notice = get(GOVERNMENT, "en", "?case=" + id).extract().path("items[0].id");
        get(ELSEWHERE, "en", "/" + notice).statusCode(404);
        get(ELSEWHERE, "en", "?case=" + id).statusCode(200).body("items", hasSize(0));
        get(GOVERNMENT, "en", "/not-an-id").statusCode(404);
        given().get("/notices").then().statusCode(401);
    }

    @Test
    void poll_goesOnFromItsPlaceOldestFirstAndMissesNothing() {
        lateCase();
        String place = get(Story.AUTHORITY, "en", "?limit=1")
                .body("items", hasSize(1))
                .extract()
                .path("next");
        get(Story.AUTHORITY, "en", "?after=" + place).body("items", hasSize(0)).body("next", equalTo(place));
        UUID later = lateCase();
        String first = get(Story.AUTHORITY, "en", "?limit=1&after=" + place)
                .body("items.case", equalTo(List.of(later.toString())))
                .body("items.rung", equalTo(List.of("reminder")))
                .extract()
                .path("next");
        String second = get(Story.AUTHORITY, "en", "?after=" + first)
                .body("items.rung", hasItem("overdue"))
                .body("items[0].case", equalTo(later.toString()))
                .extract()
                .path("next");
        get(Story.AUTHORITY, "en", "?after=" + second).body("items", hasSize(0));
        get(Story.AUTHORITY, "en", "?after=0-0&limit=500").body("items.case", hasItem(later.toString()));
    }

    @Test
    void noticeThatCommitsLate_isWaitedForAndNotSkipped() throws SQLException {
        String place = get(ELSEWHERE, "en", "").extract().path("next");
        try (Connection slow = backlog.connect();
                Statement late = slow.createStatement();
                Connection fast = backlog.connect();
                Statement early = fast.createStatement()) {
            slow.setAutoCommit(false);
            late.execute(BY_HAND.formatted(ELSEWHERE, "迟", "slow"));
            early.execute(BY_HAND.formatted(ELSEWHERE, "早", "fast"));
            get(ELSEWHERE, "en", "?after=" + place).body("items", hasSize(0)).body("next", equalTo(place));
            slow.commit();
        }
        get(ELSEWHERE, "en", "?after=" + place).body("items.text", equalTo(List.of("slow", "fast")));
        get(ELSEWHERE, "en", "?kind=circular&limit=2").body("items.text", equalTo(List.of("fast", "slow")));
        get(ELSEWHERE, "en", "?kind=order").body("items", hasSize(0));
    }

    /** Changsha's authority gave way to another on 2025-01-01, which had been told something itself meanwhile. */
    @Test
    void successor_pollsWhatWasGivenToWhoEnded_fromAnyPlaceAndOnce() throws SQLException {
        story.time().to(Instant.parse("2024-12-31T15:59:00Z"));
        try (Connection connection = backlog.connect();
                Statement statement = connection.createStatement()) {
            for (String text : List.of("1", "2", "3")) {
                statement.execute(BY_HAND.formatted(ENDED, text, text));
            }
            statement.execute(BY_HAND.formatted(SUCCESSOR, "4", "4"));
            statement.execute(BY_HAND.formatted(ENDED, "5", "5"));
        }
        String before = get(SUCCESSOR, "en", "?after=0-0")
                .body("items.text", equalTo(List.of("4")))
                .extract()
                .path("next");
        String old = get(ENDED, "en", "").extract().path("items[3].id");
        get(SUCCESSOR, "en", "/" + old).statusCode(404);

        story.time().to(Instant.parse("2024-12-31T16:00:00Z"));
        get(SUCCESSOR, "en", "/" + old).statusCode(200).body("text", equalTo("1"));
        get(SUCCESSOR, "en", "").body("items.text", equalTo(List.of("5", "4", "3", "2", "1")));
        get(SUCCESSOR, "en", "?after=0-0&kind=circular").body("items.text", equalTo(List.of("1", "2", "3", "4", "5")));
        List<String> polled = new ArrayList<>();
        String place = before;
        for (int i = 0; i < 6; i++) {
            ValidatableResponse page = get(SUCCESSOR, "en", "?limit=2&after=" + place);
            polled.addAll(page.extract().<List<String>>path("items.text"));
            place = page.extract().path("next");
        }
        assertEquals(List.of("1", "2", "3", "5"), polled);
        get(SUCCESSOR, "en", "?after=" + place).body("items", hasSize(0)).body("next", equalTo(place));
        get(ENDED, "en", "?after=0-0").body("items.text", equalTo(List.of("1", "2", "3", "5")));
    }

    @Test
    void rungThatARecountAnnulled_saysSoInItsNotice() throws SQLException {
        UUID id = lateCase();
        try (Connection owner = backlog.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("update govshare.clock_rung set annulled_at = now() where case_id = '" + id + "'");
        }
        get(GOVERNMENT, "en", "?case=" + id).body("items[0].annulledAt", notNullValue());
    }

    @Test
    void parametersThatMeanNothing_areRefusedNamingThem() {
        for (String name : List.of("kind", "case", "after", "limit")) {
            get(GOVERNMENT, "en", "?" + name + "=nonsense")
                    .statusCode(422)
                    .body("violations.pointer", equalTo(List.of(name)));
        }
    }

    /** A case whose whole ladder has just fired. */
    private UUID lateCase() {
        UUID id = story.submitted("2025-05-12T02:00:00Z");
        story.time().to(Instant.parse("2025-06-12T02:00:00Z"));
        escalate.slice();
        return id;
    }

    private static ValidatableResponse get(String agency, String language, String rest) {
        return given().header(
                        "Authorization", TestTokens.agency(agency, "clerk").bearer())
                .header("Accept-Language", language)
                .get("/notices" + rest)
                .then();
    }
}
