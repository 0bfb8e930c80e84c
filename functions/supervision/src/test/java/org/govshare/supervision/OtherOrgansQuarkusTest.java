package org.govshare.supervision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.casework.EffectHandler;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.view.CaseReader;
import org.govshare.casework.view.CaseView.RemedyView;
import org.govshare.escalation.EscalateDue;
import org.govshare.escalation.MovableTime;
import org.govshare.escalation.Organs;
import org.govshare.escalation.Story;
import org.govshare.platform.identity.Caller;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shenyang's bar of project applications, Hunan's several organs, and what Decree 809 lets whom order besides. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class OtherOrgansQuarkusTest {
    private static final String SHENYANG = "Y1210100FAKE00013P";
    private static final String SHENYANG_BUREAU = "Y1210100FAKE00021J";
    private static final String SHENYANG_POLICE = "Y1210100FAKE010168";
    private static final String SHENYANG_HOUSING = "Y1210100FAKE01112H";
    private static final String HEBEI = "Y1130000FAKE000134";
    private static final String CHANGSHA = "Y1430100FAKE00013D";
    private static final String CHANGSHA_AUTHORITY = "Y1430100FAKE0003X0";
    private static final String HUNAN_AUTHORITY = "Y1430000FAKE000213";
    private static final String ENDED_AUTHORITY = "Y1430100FAKE000218";
    private static final String HUNAN = "Y1430000FAKE000138";
    private static final String CHANGSHA_HOUSING = "Y1430100FAKE011127";

    @All
    @Inject
    List<EffectHandler> handlers;

    @Inject
    LawBook law;

    @Inject
    Story story;

    @Inject
    EscalateDue escalate;

    @Inject
    CaseReader reader;

    @BeforeEach
    void registry() {
        story.loadRegistry();
    }

    private void at(String moment) {
        story.time().to(Instant.parse(moment));
        escalate.slice();
    }

    private static String given(
            String organ, String collection, UUID caseId, String clock, Map<String, String> fields) {
        String location = Organs.give(organ, collection, caseId, clock, fields)
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.indexOf(collection));
    }

    @Test
    void effectsThatPacksMayName_haveTheirHandlerHere() {
        List<String> here = handlers.stream().map(EffectHandler::effect).toList();
        Set<String> named = law.runners().effects().get(Procedure.ORGAN_ACT);
        assertEquals(Set.of("notify", "file-with-authority", "report-to-authority"), named);
        assertTrue(here.containsAll(named), () -> named + " may be named, here are " + here);
    }

    @Test
    void shenyang_agencyThatDoesNotCorrectByTheDate_canBeBarredFromProjects() {
        UUID id = story.requested(
                SHENYANG_HOUSING,
                "shenyang-household-register",
                Map.of("scope", "本市", "purpose", "租赁核验", "items", "person_name"),
                "2025-09-17T01:00:00Z");
        // Late by the five days of 2020, not yet by the seven of 2016: the bureau may order, the government not yet.
        at("2025-09-26T01:00:00Z");
        Map<String, String> order = Map.of("grounds", "not-shared", "correct", "答复", "by", "2025-10-20");
        Organs.give(SHENYANG, "/acts/correction", id, "reply", order)
                .statusCode(422)
                .body("rule.pack", equalTo("shenyang-2016"));
        Map<String, String> undated = Map.of("grounds", "late", "correct", "答复");
        Organs.give(SHENYANG_BUREAU, "/acts/correction", id, "reply", undated)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/by"))
                .body("rule.pack", equalTo("shenyang-2020"));
        Map<String, String> late = Map.of("grounds", "late", "correct", "答复", "by", "2025-10-20");
        String bureaus = given(SHENYANG_BUREAU, "/acts/correction", id, "reply", late);
        Organs.get(SHENYANG_BUREAU, bureaus, "en").body("packs", contains("shenyang-2020"));
        at("2025-10-10T01:00:00Z");
        String correction = given(SHENYANG, "/acts/correction", id, "reply", order);
        UUID ordered = UUID.fromString(correction.substring("/acts/correction/".length()));
        Map<String, String> bar = Map.of("grounds", "refusal", "finding", "期满未整改");
        Organs.give(SHENYANG, "/acts/bar", ordered, "correct", bar).statusCode(422);

        at("2025-10-20T16:00:00Z");
        Organs.get(SHENYANG, correction, "en")
                .body("clocks[0].overdue", equalTo(true))
                .body("clocks[0].rungs.find { it.rung == 'proposal' }.proposedAct", equalTo("bar-project-applications"))
                .body(
                        "clocks[0].rungs.find { it.rung == 'proposal' }.remedies.find { it.proposed }.post",
                        equalTo("/acts/bar"));
        String barred = given(SHENYANG, "/acts/bar", ordered, "correct", bar);
        Organs.get(SHENYANG_POLICE, barred, "en")
                .body("step", equalTo("barred"))
                .body("closed", equalTo(false));
        Organs.get(SHENYANG_POLICE, "/notices?kind=order", "en")
                .body("items[0].act", equalTo("bar-project-applications"));
        Organs.act(SHENYANG_POLICE, barred, "lift", Map.of("reason", "x")).statusCode(403);
        Organs.act(SHENYANG, barred, "lift", Map.of("reason", "已整改"))
                .statusCode(200)
                .body("step", equalTo("lifted"));
        Organs.get(SHENYANG_POLICE, "/notices?kind=withdrawal", "en").body("items[0].act", equalTo("lift"));
    }

    @Test
    void hunan_authorityThatEndedMeanwhile_isNotifiedAsItsSuccessor() {
        UUID id = story.requested(
                CHANGSHA_HOUSING,
                "changsha-residence-permits",
                Map.of("name", "居住证信息", "purpose", "住房保障"),
                "2024-12-20T01:00:00Z");
        at("2025-01-20T01:00:00Z");
        Organs.get(CHANGSHA_AUTHORITY, "/notices?case=" + id, "en")
                .statusCode(200)
                .body("items.kind", hasItem("proposal"));
    }

    @Test
    void hunan_successorOfTheObligor_isNoOrganForItAndIsNotified() {
        UUID id = story.requested(
                CHANGSHA_HOUSING,
                "changsha-residence-permits",
                Map.of("name", "居住证信息", "purpose", "住房保障"),
                "2025-09-26T01:00:00Z");
        assertEquals(
                1,
                story.run("update govshare.case_clock set obligor = '" + ENDED_AUTHORITY + "' where case_id = '" + id
                        + "'"));
        at("2025-10-23T01:00:00Z");
        assertFalse(mayOrder(CHANGSHA_AUTHORITY, id));
        String correction =
                given(CHANGSHA, "/acts/correction", id, "reply", Map.of("grounds", "sharing", "correct", "答复"));
        String act = correction.substring("/acts/correction/".length());
        Organs.get(CHANGSHA_AUTHORITY, "/notices?case=" + act, "zh")
                .body("items[0].text", containsString("：长沙市人民政府就长沙市数据局逾期一事"));
        assertEquals(
                1,
                story.count("select count(*) from govshare.notice where about = '" + act + "' and agency = '"
                        + CHANGSHA_AUTHORITY + "'"));
    }

    private boolean mayOrder(String agency, UUID id) {
        Caller organ = new Caller("test", agency, Set.of("clerk"));
        return reader
                .read(organ, Set.of("share-request"), id, Locale.ENGLISH)
                .orElseThrow()
                .clocks()
                .get(0)
                .rungs()
                .stream()
                .filter(rung -> rung.remedies() != null)
                .flatMap(rung -> rung.remedies().stream())
                .anyMatch(RemedyView::yours);
    }

    @Test
    void hunan_severalOrgansMayOrder_noneCriticisesByCircular() {
        UUID id = story.requested(
                CHANGSHA_HOUSING,
                "changsha-residence-permits",
                Map.of("name", "居住证信息", "purpose", "住房保障"),
                "2025-09-26T01:00:00Z");
        at("2025-10-23T01:00:00Z");
        Map<String, String> order = Map.of("grounds", "sharing", "correct", "答复");
        for (String organ : new String[] {CHANGSHA_AUTHORITY, CHANGSHA, HUNAN_AUTHORITY}) {
            String correction = given(organ, "/acts/correction", id, "reply", order);
            Organs.act(organ, correction, "withdraw", Map.of("reason", "另行处理")).statusCode(200);
        }
        Organs.give(HUNAN, "/acts/correction", id, "reply", order).statusCode(404);
        Organs.give(CHANGSHA_HOUSING, "/acts/correction", id, "reply", order)
                .statusCode(403)
                .body("rule.article", equalTo("ch. 4 para. 10"));
        Organs.give(CHANGSHA_AUTHORITY, "/acts/circular", id, "reply", Map.of("grounds", "sharing", "text", "通报"))
                .statusCode(422);
    }

    /** The day after the Decree's one working day, within Hebei's three (art. 15 para. 2). */
    @Test
    void hebei_lateUnderTheDecreeAlone_isOrderedByItAlone() {
        UUID id = story.submitted("2025-09-26T02:00:00Z");
        at("2025-09-29T02:00:00Z");
        Organs.give(HEBEI, "/acts/correction", id, "deliver", Map.of("grounds", "other", "correct", "提供"))
                .statusCode(422)
                .body("rule.pack", equalTo("decree-809-2025"));
        String correction = given(HEBEI, "/acts/correction", id, "deliver", Map.of("grounds", "late", "correct", "提供"));
        Organs.get(Story.AUTHORITY, correction, "en")
                .body("packs", contains("decree-809-2025"))
                .body("timeline[0].basis", equalTo("decree-809-2025 39"))
                .body("about.lastDay", equalTo("2025-09-28"));
    }

    /** Art. 39 is for the authority of the agency's level; the government has Hunan's list alone (ch. 4 para. 10). */
    @Test
    void hunan_authorityOrdersUnderTheDecreeToo_itsGovernmentDoesNot() {
        UUID id = story.requested(
                CHANGSHA_HOUSING,
                "changsha-residence-permits",
                Map.of("name", "居住证信息", "purpose", "住房保障"),
                "2025-09-26T01:00:00Z");
        at("2025-10-23T01:00:00Z");
        Map<String, String> late = Map.of("grounds", "late", "correct", "答复");
        Organs.give(CHANGSHA, "/acts/correction", id, "reply", late)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/grounds"));
        String correction = given(CHANGSHA_AUTHORITY, "/acts/correction", id, "reply", late);
        Organs.get(CHANGSHA_AUTHORITY, correction, "en").body("packs", contains("decree-809-2025"));
    }
}
