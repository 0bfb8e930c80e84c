package org.govshare.supervision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.escalation.MovableTime;
import org.govshare.escalation.Organs;
import org.govshare.escalation.Story;
import org.govshare.regulation.grammar.BreachItem;
import org.govshare.regulation.pack.Law;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Breaches that no clock measures, in every list of the texts: the organ states what it found. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class FoundBreachesQuarkusTest {
    private static final String AT = "2025-10-13T01:00:00Z";
    private static final String SHENYANG = "Y1210100FAKE00013P";
    private static final String SHENYANG_BUREAU = "Y1210100FAKE00021J";
    private static final String SHENYANG_POLICE = "Y1210100FAKE010168";
    private static final String SHENYANG_HOUSING = "Y1210100FAKE01112H";
    private static final String SHENYANG_EDUCATION = "Y1210100FAKE01120C";
    private static final String CHANGSHA = "Y1430100FAKE00013D";
    private static final String CHANGSHA_AUTHORITY = "Y1430100FAKE0003X0";
    private static final String HUNAN = "Y1430000FAKE000138";
    private static final String CHANGSHA_HOUSING = "Y1430100FAKE011127";
    private static final String HEBEI = "Y1130000FAKE000134";
    private static final String SHIJIAZHUANG = "Y1130100FAKE000139";
    private static final String ELSEWHERE = "Y1430000FAKE000213";

    /** One who sees the cases of the province besides. */
    private static final TestTokens SEEING = TestTokens.agency(HEBEI, "clerk", "auditor");

    private static final Map<String, String> ORDER = Map.of("finding", "见调查笔录", "correct", "停止");
    private static final Map<String, String> CIRCULAR = Map.of("finding", "见调查笔录", "text", "通报");

    @Inject
    Story story;

    @BeforeEach
    void registry() {
        story.loadRegistry();
    }

    private static List<String> found(String pack, String procedure) {
        return Law.builtIn().alone(pack, procedure).procedure().organAct().orElseThrow().breaches().stream()
                .filter(item -> item.duties().isEmpty())
                .map(BreachItem::name)
                .toList();
    }

    private static Map<String, String> on(String grounds, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("grounds", grounds);
        return all;
    }

    /** Each of them is taken from the organ, as an order and as a circular. */
    private static void eachIsTaken(
            String pack, String kind, String organ, UUID id, String agency, Map<String, String> with) {
        List<String> grounds = found(pack, kind);
        int before = Organs.get(agency, "/acts/" + kind, "en").extract().path("items.size()");
        for (String ground : grounds) {
            Organs.find(organ, "/acts/" + kind, id, agency, on(ground, with)).statusCode(201);
        }
        Organs.get(agency, "/acts/" + kind, "en").body("items.size()", equalTo(before + grounds.size()));
    }

    @Test
    void hebei_governmentOrUpperAuthorityActsOnEachBreachOfArticle30() {
        UUID id = story.submitted(AT);
        String agency = Story.CIVIL_AFFAIRS;
        eachIsTaken("hebei-2022", "correction", HEBEI, id, agency, ORDER);
        eachIsTaken("hebei-2022", "circular", HEBEI, id, agency, CIRCULAR);
        Organs.get(agency, "/notices?kind=circular", "en").body("items.act", hasItem("criticise-by-circular"));
        Organs.find(Story.AUTHORITY, "/acts/circular", id, agency, on("use", CIRCULAR))
                .statusCode(403)
                .body("rule.pack", equalTo("hebei-2022"))
                .body("rule.article", equalTo("30"));
        // The authority of the agency's level orders under Decree 809, whatever the government did under Hebei's text.
        String order = Organs.path(Organs.find(Story.AUTHORITY, "/acts/correction", id, agency, on("use", ORDER)));
        Organs.get(agency, order, "en")
                .body("packs", contains("decree-809-2025"))
                .body("timeline[0].basis", equalTo("decree-809-2025 39"));
        Organs.find(SHIJIAZHUANG, "/acts/correction", id, agency, on("use", ORDER))
                .statusCode(404);
    }

    @Test
    void hunan_authorityActsOnEachBreachOfChapter4() {
        UUID id = story.requested(
                CHANGSHA_HOUSING, "changsha-residence-permits", Map.of("name", "居住证信息", "purpose", "住房保障"), AT);
        eachIsTaken("hunan-2021", "correction", CHANGSHA_AUTHORITY, id, CHANGSHA_HOUSING, ORDER);
        Map<String, String> second = Map.of("finding", "再次发现", "correct", "停止");
        Organs.find(CHANGSHA, "/acts/correction", id, CHANGSHA_HOUSING, on("use", second))
                .statusCode(201);
        Organs.find(CHANGSHA_HOUSING, "/acts/correction", id, CHANGSHA_HOUSING, on("use", ORDER))
                .statusCode(403)
                .body("rule.article", equalTo("ch. 4 para. 10"));
        Organs.find(HUNAN, "/acts/correction", id, CHANGSHA_HOUSING, on("use", ORDER))
                .statusCode(404);
    }

    @Test
    void shenyang_cityGovernmentActsOnEachBreachOfArticle27_andTheBureauOnEachOfArticle34() {
        UUID id = story.requested(
                SHENYANG_HOUSING,
                "shenyang-household-register",
                Map.of("scope", "本市", "purpose", "租赁核验", "items", "person_name"),
                AT);
        eachIsTaken("shenyang-2016", "correction", SHENYANG, id, SHENYANG_HOUSING, ORDER);
        eachIsTaken("shenyang-2016", "circular", SHENYANG, id, SHENYANG_HOUSING, CIRCULAR);
        eachIsTaken("shenyang-2016", "bar", SHENYANG, id, SHENYANG_HOUSING, Map.of("finding", "涉及数万人"));
        Organs.find(SHENYANG_BUREAU, "/acts/bar", id, SHENYANG_HOUSING, on("serious-otherwise", Map.of("finding", "x")))
                .statusCode(403)
                .body("rule.article", equalTo("27 para. 2"));
        // The regulation of 2020 has the bureau criticise only what was not corrected by the date of an order.
        Organs.find(SHENYANG_BUREAU, "/acts/circular", id, SHENYANG_HOUSING, on("loss-of-control", CIRCULAR))
                .statusCode(422)
                .body("rule.pack", equalTo("shenyang-2020"))
                .body("rule.article", equalTo("34"));
        // The regulation and the Decree let the bureau order, each on grounds of its own.
        Map<String, String> dated = Map.of("finding", "见调查笔录", "correct", "停止", "by", "2026-06-30");
        eachIsTaken("shenyang-2020", "correction", SHENYANG_BUREAU, id, SHENYANG_HOUSING, dated);
        Organs.find(SHENYANG_BUREAU, "/acts/correction", id, SHENYANG_HOUSING, on("loss-of-control", dated))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/grounds"));
        Organs.find(SHENYANG_EDUCATION, "/acts/correction", id, SHENYANG_HOUSING, on("loss-of-control", ORDER))
                .statusCode(404);
        Organs.find(SHENYANG_POLICE, "/acts/bar", id, SHENYANG_HOUSING, on("serious-otherwise", Map.of("finding", "x")))
                .statusCode(403)
                .body("rule.article", equalTo("27 para. 2"));
    }

    @Test
    void undatedOrder_refusedInSoManyWords_barsFromProjects() {
        UUID id = story.requested(
                SHENYANG_HOUSING,
                "shenyang-household-register",
                Map.of("scope", "本市", "purpose", "租赁核验", "items", "person_name"),
                AT);
        String order = Organs.path(
                Organs.find(SHENYANG, "/acts/correction", id, SHENYANG_POLICE, on("untrue-or-stale", ORDER)));
        UUID ordered = UUID.fromString(order.substring("/acts/correction/".length()));
        Organs.find(SHENYANG, "/acts/bar", ordered, SHENYANG_POLICE, on("open-refusal", Map.of("finding", "书面拒绝")))
                .statusCode(201)
                .body("step", equalTo("barred"));
    }

    @Test
    void invalidFinding_isRefusedWithTheMember() {
        story.time().to(Instant.parse(AT));
        UUID id = story.submitted(AT);
        String agency = Story.CIVIL_AFFAIRS;
        refused(
                Map.of("case", id.toString(), "agency", agency, "fields", on("use", Map.of("correct", "x"))),
                "/fields/finding");
        refused(Map.of("case", id.toString(), "agency", agency, "fields", on("other", ORDER)), "/fields/grounds");
        refused(Map.of("case", id.toString(), "fields", on("use", ORDER)), "/clock");
        refused(
                Map.of("case", id.toString(), "agency", agency, "clock", "deliver", "fields", on("use", ORDER)),
                "/agency");
        Map<String, ?> order = Map.of("case", id.toString(), "agency", agency, "fields", on("use", ORDER));
        Organs.post(SEEING, "/acts/correction", order).statusCode(201);
        Organs.post(SEEING, "/acts/correction", order).statusCode(409);
        Organs.find(HEBEI, "/acts/correction", UUID.randomUUID(), agency, on("use", ORDER))
                .statusCode(404);
    }

    /** Not even that the case exists: whatever refuses the act, the answer is that of an id without a case. */
    @Test
    void organOfAnotherRegion_learnsNothingFromARefusal() {
        story.time().to(Instant.parse(AT));
        UUID id = story.submitted(AT);
        for (Map<String, String> fields :
                List.of(on("use", Map.of("correct", "x")), on("other", ORDER), on("use", ORDER), Map.of("x", "y"))) {
            assertEquals(
                    Organs.find(ELSEWHERE, "/acts/correction", UUID.randomUUID(), Story.CIVIL_AFFAIRS, fields)
                            .statusCode(404)
                            .extract()
                            .asString(),
                    Organs.find(ELSEWHERE, "/acts/correction", id, Story.CIVIL_AFFAIRS, fields)
                            .statusCode(404)
                            .extract()
                            .asString());
        }
    }

    /** It was never addressed about the case, and reads nothing of it; but it learns what it stated wrongly. */
    @Test
    void organOfTheTerritory_mayActAndLearnsItsFaults() {
        story.time().to(Instant.parse(AT));
        UUID id = story.submitted(AT);
        Organs.find(HEBEI, "/acts/correction", id, Story.CIVIL_AFFAIRS, on("use", Map.of("correct", "x")))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/finding"));
        Organs.give(HEBEI, "/acts/correction", id, "reply", ORDER).statusCode(404);
        Organs.find(HEBEI, "/acts/correction", id, Story.CIVIL_AFFAIRS, on("use", ORDER))
                .statusCode(201);
        Organs.find(HEBEI, "/acts/correction", id, Story.CIVIL_AFFAIRS, on("use", ORDER))
                .statusCode(409);
    }

    private static void refused(Map<String, ?> body, String pointer) {
        Organs.post(SEEING, "/acts/correction", body).statusCode(422).body("violations[0].pointer", equalTo(pointer));
    }
}
