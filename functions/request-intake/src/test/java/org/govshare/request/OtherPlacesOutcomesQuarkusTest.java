package org.govshare.request;

import static org.govshare.testkit.entrance.Agencies.HUNAN_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.HUNAN_HEALTH;
import static org.govshare.testkit.entrance.Agencies.HUNAN_HOUSING;
import static org.govshare.testkit.entrance.Agencies.HUNAN_POLICE;
import static org.govshare.testkit.entrance.Agencies.NEIJIANG_BUREAU;
import static org.govshare.testkit.entrance.Agencies.NEIJIANG_HOUSING;
import static org.govshare.testkit.entrance.Agencies.NEIJIANG_POLICE;
import static org.govshare.testkit.entrance.Agencies.SHENYANG;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_BUREAU;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_HOUSING;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_POLICE;
import static org.govshare.testkit.http.Api.act;
import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.govshare.testkit.http.Api.firstField;
import static org.govshare.testkit.http.Api.read;
import static org.govshare.testkit.http.Api.submit;
import static org.govshare.testkit.http.Api.submitAsStated;
import static org.govshare.testkit.http.Api.trySubmit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a request ends under the other texts and Decree 809: what its parties read in the end, and by which article. */
@QuarkusTest
@TestProfile(DraftSwitchedOn.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class OtherPlacesOutcomesQuarkusTest {
    private static final String HUNAN = "Y1430000FAKE000138";
    private static final Instant BEFORE_THE_REGULATION = Instant.parse("2020-09-28T02:00:00Z");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private LawTimeShift time;

    @BeforeEach
    void world() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
        time.to(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @Test
    void hunanUnconditional_isHadAtOnce() {
        trySubmit(HUNAN_HOUSING, "hunan-legal-entities", Map.of("name", "法人基本信息"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/purpose"))
                .body("rule.article", equalTo("ch. 3 para. 11"));
        String id = submit(HUNAN_HOUSING, "hunan-legal-entities", Map.of("name", "法人基本信息", "purpose", "资质核验"));
        isHadAtOnce(HUNAN_HOUSING, id, "资质核验", "hunan-2021 ch. 3 para. 11 (1)");
        // To obtain the data is to be answered (Decree 809 art. 21 para. 1).
        read(HUNAN_HOUSING, id).body("clocks.rule", contains("reply")).body("clocks[0].breached", equalTo(false));
    }

    @Test
    void shenyangUnconditional_isHadAtOnce() {
        trySubmit(SHENYANG_HOUSING, "shenyang-legal-entities", Map.of())
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/purpose"))
                .body("rule.pack", equalTo("shenyang-2020"))
                .body("rule.article", equalTo("20"));
        String id = submit(SHENYANG_HOUSING, "shenyang-legal-entities", Map.of("purpose", "资质核验"));
        isHadAtOnce(SHENYANG_HOUSING, id, "资质核验", "shenyang-2020 20");
        read(SHENYANG_HOUSING, id).body("clocks", empty());
    }

    @Test
    void neijiangUnconditional_whereSwitchedOn_isHadAtOnce() {
        String id = submit(NEIJIANG_HOUSING, "neijiang-legal-entities", Map.of("purpose", "资质核验"));
        isHadAtOnce(NEIJIANG_HOUSING, id, "资质核验", "neijiang-2020-draft 27");
        read(NEIJIANG_HOUSING, id).body("clocks", empty());
    }

    @Test
    void hunanWithheld_isNegotiatedAndTheConsentFiledWithTheAuthority() {
        String id = submit(HUNAN_HOUSING, "hunan-hiv-case-reports", Map.of("name", "病例报告", "purpose", "救助资格核验"));
        read(HUNAN_HEALTH, id)
                .body("step", equalTo("negotiation"))
                .body("closed", equalTo(false))
                .body("clocks", empty())
                .body("timeline[0].basis", equalTo("hunan-2021 ch. 3 para. 11 (3)"));
        act(HUNAN_HOUSING, "leader", id, "consent", Map.of("scope", "全省", "purpose", "核验"))
                .statusCode(403);
        act(HUNAN_HEALTH, "leader", id, "consent", Map.of("scope", "是否在册", "purpose", "救助资格核验"))
                .statusCode(200)
                .body("step", equalTo("delivered"));
        read(HUNAN_AUTHORITY, id)
                .body("closed", equalTo(true))
                .body("timeline[1].action", equalTo("consent"))
                .body("timeline[1].effects", contains("file-with-authority", "open-grant", "notify"))
                .body("timeline[1].basis", equalTo("hunan-2021 ch. 3 para. 11 (3)"));
        grants(HUNAN_HOUSING).body("items.caseId", hasItem(id));
    }

    @Test
    void hunanWithheld_refusedNeedsAReasonAndIsCoordinatedThenDecidedByTheGovernment() {
        String id = submit(HUNAN_HOUSING, "hunan-hiv-case-reports", Map.of("name", "病例报告", "purpose", "救助资格核验"));
        act(HUNAN_HEALTH, "leader", id, "refuse", Map.of())
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/reason"))
                .body("rule.article", equalTo("ch. 3 para. 11 (3)"));
        act(HUNAN_HEALTH, "leader", id, "refuse", Map.of("reason", "不宜提供")).statusCode(200);
        act(HUNAN_HOUSING, "clerk", id, "dispute", Map.of("objection", "确需使用", "negotiation", "协商未果"))
                .statusCode(200);
        act(HUNAN_AUTHORITY, "clerk", id, "record-agreement", Map.of("coordination", "可部分提供"))
                .statusCode(200)
                .body("step", equalTo("agreed"));
        act(HUNAN_HEALTH, "leader", id, "decline", Map.of("reason", "仍不宜提供"))
                .statusCode(200)
                .body("step", equalTo("government-decision"));
        act(HUNAN, "clerk", id, "decide-not-to-share", Map.of("decision-reason", "依法不予共享"))
                .statusCode(200);
        read(HUNAN_HOUSING, id)
                .body("step", equalTo("settled"))
                .body("closed", equalTo(true))
                .body("facts.coordination", equalTo("可部分提供"))
                .body("timeline[4].basis", equalTo("decree-809-2025 28 para. 2"))
                .body("timeline[5].agency.code", equalTo(HUNAN));
        grants(HUNAN_HOUSING).body("items.caseId", not(hasItem(id)));
    }

    @Test
    void hunanSuspension_isDisputedAndTheAuthorityCoordinates() {
        String id = submit(HUNAN_HOUSING, "hunan-legal-entities", Map.of("name", "法人基本信息", "purpose", "资质核验"));
        String provider = "Y1430000FAKE010596";
        act(provider, "clerk", id, "suspend-supply", Map.of("misuse", "转供企业")).statusCode(200);
        act(HUNAN_HOUSING, "clerk", id, "dispute", Map.of("objection", "并未转供", "negotiation", "协商未果"))
                .statusCode(200);
        act(HUNAN_AUTHORITY, "clerk", id, "record-coordination", Map.of("coordination", "系误会"))
                .statusCode(200)
                .body("step", equalTo("suspended"));
        act(provider, "clerk", id, "resume-supply", Map.of()).statusCode(200);
        read(HUNAN_HOUSING, id)
                .body("step", equalTo("delivered"))
                .body("timeline[1].effects", hasItem("report-to-authority"))
                .body("timeline.basis", hasItems("hunan-2021 ch. 3 para. 14", "hunan-2021 ch. 3 para. 12"));
    }

    @Test
    void shenyangWithheld_isClosedAtOnceWithTheBasisAndCanBeDisputed() {
        String id = submit(
                SHENYANG_HOUSING,
                "shenyang-adoptions",
                Map.of(
                        "scope",
                        "全市",
                        "purpose",
                        "核验",
                        "items",
                        List.of(firstField(SHENYANG_HOUSING, "shenyang-adoptions"))));
        read(SHENYANG_HOUSING, id)
                .body("step", equalTo("refused"))
                .body("closed", equalTo(true))
                .body("facts.'withheld-basis'", equalTo("《中华人民共和国民法典》第一千一百一十条"))
                .body("timeline[0].basis", equalTo("shenyang-2020 18"));
        act(SHENYANG_HOUSING, "clerk", id, "dispute", Map.of("objection", "不涉及", "negotiation", "协商未果"))
                .statusCode(200);
        act(SHENYANG_BUREAU, "clerk", id, "record-no-agreement", Map.of("coordination", "未果"))
                .statusCode(200)
                .body("step", equalTo("government-decision"));
        act(SHENYANG, "clerk", id, "decide-not-to-share", Map.of("decision-reason", "依法不予共享"))
                .statusCode(200)
                .body("step", equalTo("settled"));
    }

    @Test
    void neijiangWithheld_whereSwitchedOn_isClosedAtOnceWithTheBasisAndCanBeDisputed() {
        String id = submit(NEIJIANG_HOUSING, "neijiang-psychiatric-patients", Map.of("need", "救助资格核验"));
        read(NEIJIANG_HOUSING, id)
                .body("closed", equalTo(true))
                .body("facts.'withheld-basis'", equalTo("《中华人民共和国精神卫生法》第四条"))
                .body("timeline[0].basis", equalTo("neijiang-2020-draft 24 para. 2 (1)"));
        act(NEIJIANG_HOUSING, "clerk", id, "dispute", Map.of("objection", "不涉及", "negotiation", "协商未果"))
                .statusCode(200)
                .body("step", equalTo("coordination"));
    }

    @Test
    void hunanOutsideThePlatform_takesTheAuthoritysApproval() {
        Map<String, Object> form = Map.of(
                "kind", "outside-platform", "dataset", "hunan-household-register", "special-circumstances", "专网未通");
        command(HUNAN_HOUSING, "clerk")
                .body(form)
                .post("/requests")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/way"))
                .body("rule.article", equalTo("ch. 3 para. 1"));
        String id = submitAsStated(
                HUNAN_HOUSING,
                "hunan-household-register",
                Map.of("kind", "outside-platform", "special-circumstances", "专网未通", "way", "光盘"));
        act(HUNAN_POLICE, "clerk", id, "approve", Map.of()).statusCode(403);
        act(HUNAN_AUTHORITY, "clerk", id, "approve", Map.of()).statusCode(200);
        read(HUNAN_HOUSING, id)
                .body("step", equalTo("approved"))
                .body("closed", equalTo(true))
                .body("timeline[1].agency.code", equalTo(HUNAN_AUTHORITY))
                .body("timeline[1].basis", equalTo("hunan-2021 ch. 3 para. 1"));
    }

    /** The measures of 2016 let the provider consent (art. 23 para. 1); art. 23 of the regulation forbids it. */
    @Test
    void shenyangRelease_isForbiddenAndClosedAtOnce() {
        String id = submitAsStated(
                SHENYANG_HOUSING,
                "shenyang-household-register",
                Map.of("kind", "release", "way", "publish", "content", "分区人口统计"));
        isForbidden(id);
        read(SHENYANG_HOUSING, id).body("facts.way", equalTo("publish"));
    }

    /** The measures of 2016 know a licence agreement (art. 27 para. 2 (5)); art. 23 of the regulation forbids it. */
    @Test
    void shenyangUseOutsideItsDuties_isForbiddenAndClosedAtOnce() {
        isForbidden(submitAsStated(
                SHENYANG_HOUSING, "shenyang-household-register", Map.of("kind", "outside-use", "use", "课题研究")));
    }

    private static void isForbidden(String id) {
        act(SHENYANG_POLICE, "leader", id, "consent", Map.of()).statusCode(422);
        act(SHENYANG_POLICE, "leader", id, "sign", Map.of("agreement", "2026-01"))
                .statusCode(422);
        read(SHENYANG_HOUSING, id)
                .body("step", equalTo("banned"))
                .body("closed", equalTo(true))
                .body("timeline.basis", contains("shenyang-2020 23"));
        grants(SHENYANG_HOUSING).body("items.caseId", not(hasItem(id)));
    }

    @Test
    void shenyangReleaseBeforeItsRegulation_takesTheProvidersConsent() {
        time.to(BEFORE_THE_REGULATION);
        String id = submitAsStated(
                SHENYANG_HOUSING,
                "shenyang-household-register",
                Map.of("kind", "release", "way", "publish", "content", "分区人口统计"));
        act(SHENYANG_HOUSING, "clerk", id, "consent", Map.of()).statusCode(403);
        act(SHENYANG_POLICE, "clerk", id, "refuse", Map.of())
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/reason"));
        act(SHENYANG_POLICE, "clerk", id, "consent", Map.of()).statusCode(200);
        read(SHENYANG_HOUSING, id)
                .body("step", equalTo("released"))
                .body("closed", equalTo(true))
                .body("facts.way", equalTo("publish"))
                .body("timeline[1].basis", equalTo("shenyang-2016 23 para. 1"));
    }

    @Test
    void shenyangUseOutsideItsDutiesBeforeItsRegulation_takesALicenceAgreement() {
        time.to(BEFORE_THE_REGULATION);
        String id = submitAsStated(
                SHENYANG_HOUSING, "shenyang-household-register", Map.of("kind", "outside-use", "use", "课题研究"));
        act(SHENYANG_POLICE, "clerk", id, "sign", Map.of())
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/agreement"))
                .body("rule.article", equalTo("27 para. 2 (5)"));
        act(SHENYANG_POLICE, "clerk", id, "sign", Map.of("agreement", "2026-01"))
                .statusCode(200);
        read(SHENYANG_HOUSING, id)
                .body("step", equalTo("signed"))
                .body("facts.agreement", equalTo("2026-01"))
                .body("timeline[1].basis", equalTo("shenyang-2016 27 para. 2 (5)"));
    }

    @Test
    void shenyangDecliningAfterCoordination_isTheLeadersAndNamesItsBasis() {
        String dataset = "shenyang-household-register";
        String id = submit(
                SHENYANG_HOUSING,
                dataset,
                Map.of("scope", "全市", "purpose", "核验", "items", List.of(firstField(SHENYANG_HOUSING, dataset))));
        Map<String, String> grounds = Map.of("instrument", "居民身份证法", "article", "第十九条", "reason", "涉及个人信息");
        act(SHENYANG_POLICE, "leader", id, "refuse", grounds).statusCode(200);
        act(SHENYANG_HOUSING, "clerk", id, "dispute", Map.of("objection", "不涉密", "negotiation", "协商未果"))
                .statusCode(200);
        act(SHENYANG_BUREAU, "clerk", id, "record-agreement", Map.of("coordination", "脱敏提供"))
                .statusCode(200);
        act(SHENYANG_POLICE, "clerk", id, "decline", grounds).statusCode(403);
        act(SHENYANG_POLICE, "leader", id, "decline", Map.of("reason", "涉及个人信息"))
                .statusCode(422)
                .body("rule.pack", equalTo("shenyang-2020"))
                .body("rule.article", equalTo("20"));
        act(SHENYANG_POLICE, "leader", id, "decline", grounds)
                .statusCode(200)
                .body("step", equalTo("government-decision"));
    }

    @Test
    void neijiangConditional_whereSwitchedOn_isDeliveredRefusedAndCoordinatedByTheCitysBureau() {
        String consented = submit(NEIJIANG_HOUSING, "neijiang-household-addresses", Map.of("need", "住房保障核验"));
        act(NEIJIANG_POLICE, "leader", consented, "consent", Map.of("scope", "地址", "purpose", "住房保障核验"))
                .statusCode(200);
        read(NEIJIANG_HOUSING, consented)
                .body("step", equalTo("delivered"))
                .body("timeline[1].basis", equalTo("neijiang-2020-draft 26 para. 2"));
        grants(NEIJIANG_HOUSING).body("items.caseId", hasItem(consented));

        String refused = submit(NEIJIANG_HOUSING, "neijiang-household-addresses", Map.of("need", "住房保障核验"));
        act(NEIJIANG_POLICE, "leader", refused, "refuse", Map.of("reason", "涉密"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/basis"))
                .body("rule.article", equalTo("26 para. 1"));
        act(NEIJIANG_POLICE, "leader", refused, "refuse", Map.of("reason", "涉密", "basis", "某法第一条"))
                .statusCode(200);
        act(NEIJIANG_HOUSING, "clerk", refused, "dispute", Map.of("objection", "不涉密", "negotiation", "协商未果"))
                .statusCode(200);
        act(NEIJIANG_BUREAU, "clerk", refused, "record-no-agreement", Map.of("coordination", "未达成一致"))
                .statusCode(200);
        read(NEIJIANG_HOUSING, refused)
                .body("step", equalTo("government-decision"))
                .body("timeline[2].basis", equalTo("neijiang-2020-draft 25 para. 2"))
                .body("timeline[3].basis", equalTo("decree-809-2025 28 para. 2"));
    }

    private static void isHadAtOnce(String agency, String id, String purpose, String basis) {
        read(agency, id)
                .body("step", equalTo("delivered"))
                .body("closed", equalTo(true))
                .body("clocks.findAll { it.endedAt == null }", empty())
                .body("timeline.action", contains("open"))
                .body("timeline[0].basis", equalTo(basis));
        String grant = grants(agency).extract().path("items.find { it.caseId == '" + id + "' }.id");
        as(agency, "clerk").get("/grants/" + grant).then().body("purpose", equalTo(purpose));
    }

    private static ValidatableResponse grants(String agency) {
        return as(agency, "clerk").get("/grants").then().statusCode(200);
    }
}
