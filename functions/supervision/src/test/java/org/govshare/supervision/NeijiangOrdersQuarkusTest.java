package org.govshare.supervision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.commands.trail.TrailCheck;
import org.govshare.escalation.EscalateDue;
import org.govshare.escalation.Organs;
import org.govshare.escalation.Story;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Neijiang art. 48: the authority orders correction by a set date; no late clock is on its list. */
@QuarkusTest
@TestProfile(DraftSwitchedOn.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class NeijiangOrdersQuarkusTest {
    private static final String BUREAU = "Y1511000FAKE00021X";
    private static final String GOVERNMENT = "Y1511000FAKE000133";
    private static final String HOUSING = "Y1511000FAKE01112W";
    private static final String POLICE = "Y1511000FAKE01016K";
    private static final String COUNTY_BUREAU = "Y1511024FAKE00021N";
    private static final Map<String, String> ORDER =
            Map.of("grounds", "unauthorised-use", "finding", "将户籍地址提供给物业公司", "correct", "收回数据", "by", "2025-10-28");

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

    private UUID request() {
        UUID id = story.requested(
                HOUSING, "neijiang-household-addresses", Map.of("need", "住房保障核验"), "2025-10-13T01:00:00Z");
        at("2025-10-14T01:00:00Z");
        return id;
    }

    private void at(String moment) {
        story.time().to(Instant.parse(moment));
        escalate.slice();
    }

    private static ValidatableResponse order(String organ, UUID caseId, Map<String, String> fields) {
        return Organs.find(organ, "/acts/correction", caseId, HOUSING, fields);
    }

    private static Map<String, String> without(String field) {
        Map<String, String> fields = new HashMap<>(ORDER);
        fields.remove(field);
        return fields;
    }

    @Test
    void authority_ordersByADateThatRunsAndEscalatesAndNotifies() {
        UUID id = request();
        String path = Organs.path(order(BUREAU, id, ORDER));
        Organs.get(HOUSING, path, "zh")
                .statusCode(200)
                .body("title", equalTo("责令限期整改"))
                .body("packs", contains("neijiang-2020-draft"))
                .body("about.caseId", equalTo(id.toString()))
                .body("about.obligor.code", equalTo(HOUSING))
                .body("about", not(containsClock()))
                .body("facts.finding", equalTo(ORDER.get("finding")))
                .body("clocks[0].lastDay", equalTo("2025-10-28"))
                .body("clocks[0].overdue", equalTo(false));
        Organs.get(HOUSING, "/notices?kind=order", "zh")
                .body("items[0].act", equalTo("order-correction-by-date"))
                .body("items[0].about", equalTo(path.substring("/acts/correction/".length())))
                .body("items[0].due", equalTo("2025-10-28T16:00:00Z"))
                .body("items[0].basis", equalTo("neijiang-2020-draft 48"))
                .body("items[0].text", containsString("内江市大数据局就内江市住房和城乡建设局“未经许可扩散或者非授权使用政务数据资源”一事"))
                .body("items[0].text", not(containsString("物业公司")));

        at("2025-10-28T15:59:00Z");
        Organs.get(BUREAU, path, "en").body("clocks[0].overdue", equalTo(false));
        at("2025-10-28T16:00:00Z");
        Organs.get(BUREAU, path, "en")
                .body("clocks[0].overdue", equalTo(true))
                .body("clocks[0].rungs.findAll { it.firedAt != null }.rung", contains("reminder", "overdue"))
                .body("clocks[0].rungs.find { it.rung == 'overdue' }.basis", equalTo("neijiang-2020-draft 48"));
        UUID correction = UUID.fromString(path.substring("/acts/correction/".length()));
        for (String told : new String[] {HOUSING, BUREAU}) {
            Organs.get(told, "/notices?case=" + correction, "en")
                    .body("items[0].rung", equalTo("overdue"))
                    .body("items[0].due", equalTo("2025-10-28T16:00:00Z"));
        }
        Organs.act(HOUSING, path, "report-correction", Map.of("report", "已收回")).statusCode(200);
        Organs.act(BUREAU, path, "return", Map.of("reason", "未说明去向"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/by"));
        Organs.act(BUREAU, path, "accept", Map.of()).statusCode(200).body("closed", equalTo(true));
        assertTrue(check.check(Optional.of(correction)).sound());
        assertTrue(check.check(Optional.of(id)).sound());
    }

    private static org.hamcrest.Matcher<Map<? extends String, ?>> containsClock() {
        return org.hamcrest.Matchers.hasKey("clock");
    }

    @Test
    void withoutADateOrAFinding_noOrderIsGiven() {
        UUID id = request();
        for (String field : new String[] {"by", "finding", "grounds", "correct"}) {
            order(BUREAU, id, without(field))
                    .statusCode(422)
                    .body("rule.pack", equalTo("neijiang-2020-draft"))
                    .body("rule.article", equalTo("48"))
                    .body("violations[0].pointer", equalTo("/fields/" + field));
        }
        order(BUREAU, id, Map.of("grounds", "tardiness", "finding", "x", "correct", "x", "by", "2025-10-28"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/grounds"));
    }

    @Test
    void anotherOrgan_isRefusedWithTheArticle_andOneThatCannotSeeTheCaseGets404() {
        UUID id = request();
        order(POLICE, id, ORDER).statusCode(403).body("rule.article", equalTo("48"));
        order(HOUSING, id, ORDER).statusCode(403);
        // The Decree lets the government order too, about breaches of an authority alone (art. 41).
        order(GOVERNMENT, id, ORDER).statusCode(422).body("violations[0].pointer", equalTo("/fields/grounds"));
        order(COUNTY_BUREAU, id, ORDER).statusCode(404);
        Organs.find(BUREAU, "/acts/correction", id, COUNTY_BUREAU, ORDER)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/agency"))
                .body("violations[0].message", startsWith("must be the credit code of a party of the case: "))
                .body("violations[0].message", containsString(HOUSING));
        Organs.find(BUREAU, "/acts/correction", id, " ", ORDER)
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/clock", "/agency")));
        Organs.find(COUNTY_BUREAU, "/acts/correction", id, COUNTY_BUREAU, ORDER).statusCode(404);
        Organs.find(BUREAU, "/acts/circular", id, HOUSING, Map.of("grounds", "abuse", "finding", "x", "text", "x"))
                .statusCode(422);
    }

    @Test
    void lateReply_isOnNoListOfNeijiang() {
        UUID id = story.requested(
                HOUSING, "neijiang-household-addresses", Map.of("need", "住房保障核验"), "2025-05-12T01:00:00Z");
        at("2025-06-20T01:00:00Z");
        Organs.give(BUREAU, "/acts/correction", id, "reply", ORDER)
                .statusCode(422)
                .body("rule.pack", equalTo("neijiang-2020-draft"))
                .body("rule.article", equalTo("48"));
    }

    @Test
    void lateReply_isOnTheListOfTheDecree() {
        UUID id = request();
        at("2025-11-20T01:00:00Z");
        Organs.give(BUREAU, "/acts/correction", id, "reply", ORDER)
                .statusCode(422)
                .body("rule.pack", equalTo("decree-809-2025"))
                .body("rule.article", equalTo("39"));
        String order = Organs.path(
                Organs.give(BUREAU, "/acts/correction", id, "reply", Map.of("grounds", "late", "correct", "立即答复")));
        Organs.get(POLICE, order, "en").body("packs", contains("decree-809-2025"));
    }
}
