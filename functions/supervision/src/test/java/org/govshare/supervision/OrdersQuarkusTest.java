package org.govshare.supervision;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.view.CaseReader;
import org.govshare.casework.view.CaseView.RemedyView;
import org.govshare.casework.view.CaseView.RungView;
import org.govshare.commands.trail.TrailCheck;
import org.govshare.escalation.EscalateDue;
import org.govshare.escalation.MovableTime;
import org.govshare.escalation.Organs;
import org.govshare.escalation.Story;
import org.govshare.platform.identity.Caller;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hebei art. 30: the organ takes up a proposal, or acts of its own motion; nobody else can. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class OrdersQuarkusTest {
    private static final String GOVERNMENT = "Y1130000FAKE000134";
    private static final String OTHER_GOVERNMENT = "Y1130100FAKE000139";
    private static final Map<String, String> ORDER =
            Map.of("grounds", "other", "correct", "转至提供部门", "by", "2025-10-18");

    @Inject
    Story story;

    @Inject
    EscalateDue escalate;

    @Inject
    CaseReader reader;

    @Inject
    TrailCheck check;

    @BeforeEach
    void registry() {
        story.loadRegistry();
    }

    /** Due on 30 September, proposed to the government at the end of 11 October, a make-up Saturday. */
    private UUID late() {
        UUID id = story.inReview("2025-09-26T02:00:00Z");
        at("2025-10-13T02:00:00Z");
        return id;
    }

    private void at(String moment) {
        story.time().to(Instant.parse(moment));
        escalate.slice();
    }

    private static ValidatableResponse order(String organ, UUID caseId, Map<String, String> fields) {
        return Organs.give(organ, "/acts/correction", caseId, "review", fields);
    }

    @Test
    void proposal_linksToWhatTheOrganMayDo() {
        RungView proposal = proposal(late(), "share-request");
        List<RemedyView> remedies = proposal.remedies();
        assertEquals(
                List.of("/acts/circular", "/acts/correction"),
                remedies.stream().map(RemedyView::post).sorted().toList());
        RemedyView order =
                remedies.stream().filter(RemedyView::proposed).findFirst().orElseThrow();
        assertEquals("/acts/correction", order.post());
        assertEquals("other", order.grounds());
        assertEquals("hebei-2022 30 (5)", order.basis());
        assertEquals(
                List.of(GOVERNMENT),
                order.organs().stream().map(organ -> organ.code()).toList());
        assertTrue(order.yours());
    }

    @Test
    void order_setsADateThatIsAClock_andDisobedienceIsProposedForACircular() {
        UUID id = late();
        String location = order(GOVERNMENT, id, ORDER).statusCode(201).extract().header("Location");
        String path = location.substring(location.indexOf("/acts/correction"));
        Organs.get(Story.AUTHORITY, path, "zh")
                .statusCode(200)
                .body("kind", equalTo("correction"))
                .body("about.caseId", equalTo(id.toString()))
                .body("about.clock", equalTo("review"))
                .body("clocks[0].lastDay", equalTo("2025-10-18"))
                .body("clocks[0].due", equalTo("2025-10-18T16:00:00Z"))
                .body("clocks[0].explanation", hasItem(containsString("期限由命令指定，至2025-10-18止")))
                .body("actions.find { it.action == 'report-correction' }.yours", equalTo(true));
        Organs.get(GOVERNMENT, path, "en")
                .body("clocks[0].explanation", hasItem(containsString("the act sets the date, 2025-10-18")));
        Organs.get(Story.AUTHORITY, "/notices?kind=order", "en")
                .statusCode(200)
                .body("items[0].act", equalTo("order-correction"))
                .body("items[0].due", equalTo("2025-10-18T16:00:00Z"))
                .body("items[0].basis", equalTo("hebei-2022 30"))
                .body("items[0].about", equalTo(path.substring("/acts/correction/".length())));

        at("2025-10-18T16:00:00Z");
        UUID correction = UUID.fromString(path.substring("/acts/correction/".length()));
        RungView proposal = proposal(correction, "correction");
        assertEquals("criticise-by-circular", proposal.proposedAct());
        assertEquals(
                List.of("/acts/circular"),
                proposal.remedies().stream().map(RemedyView::post).toList());
        Organs.give(
                        GOVERNMENT,
                        "/acts/circular",
                        correction,
                        "correct",
                        Map.of("grounds", "unheeded-order", "text", "逾期未改正"))
                .statusCode(201)
                .body("closed", equalTo(true));
        Organs.get(Story.AUTHORITY, "/notices?kind=circular", "zh")
                .body("items[0].act", equalTo("criticise-by-circular"))
                .body("items[0].text", startsWith("通报批评：河北省人民政府"));

        Organs.act(Story.AUTHORITY, path, "report-correction", Map.of("report", "已转送"))
                .statusCode(200);
        Organs.act(GOVERNMENT, path, "accept", Map.of()).statusCode(200).body("closed", equalTo(true));
        Organs.get(Story.AUTHORITY, "/notices?case=" + correction, "en").body("items[0].act", equalTo("accept"));
        Organs.get(GOVERNMENT, path, "en").body("clocks[0].breached", equalTo(true));
        assertTrue(check.check(Optional.of(correction)).sound());
        assertTrue(check.check(Optional.of(id)).sound());
    }

    @Test
    void actionsInAnOrder_notifyTheOtherSide() {
        String path = Organs.path(order(GOVERNMENT, late(), ORDER));
        Organs.act(Story.AUTHORITY, path, "report-correction", Map.of("report", "已转送"))
                .statusCode(200);
        told(GOVERNMENT, path, "reminder", "report-correction", "报告改正情况").body("items[0].due", nullValue());
        Organs.act(GOVERNMENT, path, "return", Map.of("reason", "数据不全", "by", "2025-10-25"))
                .statusCode(200);
        told(Story.AUTHORITY, path, "order", "return", "责令改正：河北省人民政府退回继续改正，依据")
                .body("items[0].due", equalTo("2025-10-25T16:00:00Z"))
                .body("items[0].text", endsWith("期限至2025-10-25 24:00（Asia/Shanghai）。"))
                .body("items[0].text", not(containsString("数据不全")));
        Organs.act(GOVERNMENT, path, "withdraw", Map.of("reason", "事由消失")).statusCode(200);
        told(Story.AUTHORITY, path, "withdrawal", "withdraw", "撤回命令");
        assertEquals(
                4,
                story.count("select count(*) from govshare.outbox o join govshare.notice n on n.id::text = o.subject"
                        + " where o.type = 'org.govshare.notice.given.v1' and n.about = '"
                        + path.substring("/acts/correction/".length()) + "'"));
    }

    private static ValidatableResponse told(String agency, String path, String kind, String act, String text) {
        String id = path.substring("/acts/correction/".length());
        return Organs.get(agency, "/notices?case=" + id + "&kind=" + kind, "zh")
                .body("items[0].act", equalTo(act))
                .body("items[0].about", equalTo(id))
                .body("items[0].basis", equalTo("hebei-2022 30"))
                .body("items[0].text", containsString(text));
    }

    @Test
    void agencyThatIsNotTheOrgan_isRefusedWithTheArticle_andOneThatCannotSeeTheCaseGets404() {
        UUID id = late();
        order(Story.CIVIL_AFFAIRS, id, ORDER)
                .statusCode(403)
                .body("rule.article", equalTo("30"))
                .body("rule.pack", equalTo("hebei-2022"));
        order(Story.AUTHORITY, id, ORDER)
                .statusCode(403)
                .body("detail", equalTo("Another organ must do this: People's Government of Hebei Province"));
        order(OTHER_GOVERNMENT, id, ORDER).statusCode(404);
        order(GOVERNMENT, UUID.randomUUID(), ORDER).statusCode(404);
        Organs.give(OTHER_GOVERNMENT, "/acts/correction", id, "nap", ORDER).statusCode(404);
        Organs.give(GOVERNMENT, "/acts/correction", id, "nap", ORDER)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/clock"))
                .body("violations[0].message", equalTo("must be a clock of the case: review"));
    }

    @Test
    void actThatTheLawDoesNotAllow_isRefusedWithRuleOrField() {
        UUID punctual = story.inReview("2025-10-13T02:00:00Z");
        Map<String, ?> early = Map.of("case", punctual.toString(), "clock", "review", "fields", ORDER);
        Organs.post(TestTokens.agency(GOVERNMENT, "clerk", "auditor"), "/acts/correction", early)
                .statusCode(422)
                .body("type", equalTo("urn:govshare:problem:rule-refused"))
                .body("rule.article", equalTo("30"));
        UUID id = late();
        refusedField(id, Map.of("grounds", "catalogue", "correct", "x"), 422, "/fields/grounds");
        refusedField(id, Map.of("grounds", "nonsense", "correct", "x"), 422, "/fields/grounds");
        refusedField(id, Map.of("grounds", "other"), 422, "/fields/correct");
        for (String date : List.of("2025-10-13", "2025-10-12", "9999-12-31", "+12025-10-18", "soon")) {
            refusedField(id, Map.of("grounds", "other", "correct", "x", "by", date), 422, "/fields/by");
        }
        Organs.give(GOVERNMENT, "/acts/bar", id, "review", Map.of("grounds", "other", "finding", "x"))
                .statusCode(422);
    }

    private void refusedField(UUID id, Map<String, String> fields, int status, String pointer) {
        order(GOVERNMENT, id, fields).statusCode(status).body("violations[0].pointer", equalTo(pointer));
    }

    @Test
    void doneLate_isStillABreach_andOnlyOneOrderIsValidAtATime() {
        UUID id = late();
        story.forwarded(id, "2025-10-13T03:00:00Z");
        Map<String, String> undated = Map.of("grounds", "other", "correct", "按期转送");
        String location =
                order(GOVERNMENT, id, undated).statusCode(201).extract().header("Location");
        order(GOVERNMENT, id, undated).statusCode(409);
        String path = location.substring(location.indexOf("/acts/correction"));
        Organs.act(Story.AUTHORITY, path, "withdraw", Map.of("reason", "x")).statusCode(403);
        Organs.act(GOVERNMENT, path, "withdraw", Map.of("reason", "事由消失")).statusCode(200);
        order(GOVERNMENT, id, undated).statusCode(201);
        Organs.get(GOVERNMENT, "/acts/correction?state=closed", "en")
                .body("items.id", hasItem(path.substring("/acts/correction/".length())));
        Organs.get(OTHER_GOVERNMENT, path, "en").statusCode(404);
    }

    /** Hebei art. 27 lets third parties build and maintain; art. 30 lets the government order. */
    @Test
    void contractor_neitherOrdersNorAnswersForItsPrincipal() {
        story.run("insert into govshare.contractor (contractor_code, principal_code, approved_on, contractor_name,"
                + " approval_document) select 'Y1130000FAKE09018L', code, '2024-01-01', '示例（虚构）', '示例'"
                + " from unnest(array['" + GOVERNMENT + "', '" + Story.AUTHORITY + "']) code on conflict do nothing");
        UUID id = late();
        Map<String, ?> order = Map.of("case", id, "clock", "review", "fields", ORDER);
        contracted(GOVERNMENT, "/acts/correction", order);
        contracted(GOVERNMENT, "/acts/circular", order);
        contracted(GOVERNMENT, "/acts/bar", order);
        String path = Organs.path(order(GOVERNMENT, id, ORDER));
        contracted(GOVERNMENT, path + "/actions", Map.of("action", "withdraw", "fields", Map.of("reason", "x")));
        contracted(
                Story.AUTHORITY,
                path + "/actions",
                Map.of("action", "report-correction", "fields", Map.of("report", "x")));
        Organs.get(GOVERNMENT, path, "en").body("step", equalTo("correcting"));
    }

    private static void contracted(String principal, String path, Map<String, ?> body) {
        var contractor = TestTokens.agency("Y1130000FAKE09018L", "contractor").with("on_behalf_of", principal);
        given().header("Authorization", contractor.bearer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:govshare:problem:forbidden"));
    }

    @Test
    void platforms_orderByEvent() {
        UUID id = late();
        String data =
                "{\"case\":\"%s\",\"clock\":\"review\",\"fields\":{\"grounds\":\"other\",\"correct\":\"转至提供部门\"}}";
        given().header(
                        "Authorization",
                        TestTokens.agency(GOVERNMENT, "platform").bearer())
                .header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "/government")
                .header("ce-type", EarlierTypes.CORRECTION_ORDERED)
                .contentType("application/json; charset=UTF-8")
                .body(data.formatted(id))
                .post("/events")
                .then()
                .statusCode(201)
                .body("step", equalTo("correcting"));
    }

    private RungView proposal(UUID id, String kind) {
        Caller organ = new Caller("test", GOVERNMENT, Set.of("clerk"));
        return reader.read(organ, Set.of(kind), id, Locale.ENGLISH).orElseThrow().clocks().get(0).rungs().stream()
                .filter(rung -> rung.proposedAct() != null)
                .findFirst()
                .orElseThrow();
    }
}
