package org.govshare.casework.law;

import static io.restassured.RestAssured.given;
import static org.govshare.testkit.http.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which law rules where. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class LawQuarkusTest {
    private static final String HEPING_HOUSING = "Y1210102FAKE01112E";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        new LawTimeShift(ownerUrl).to(Instant.parse("2025-09-24T02:00:00Z"));
    }

    @Test
    void whatTheDecreeWantsKept_isListedWithArticleAndWhatWasChosen() {
        get("/law/packs", "en")
                .statusCode(200)
                .body("items.find { it.id == 'decree-809-2025' }.keep.size()", equalTo(1))
                .body("items.find { it.id == 'decree-809-2025' }.keep[0].what", equalTo("use-records"))
                .body("items.find { it.id == 'decree-809-2025' }.keep[0].years", equalTo(3))
                .body("items.find { it.id == 'decree-809-2025' }.keep[0].article", equalTo("29 para. 2"))
                .body("items.find { it.id == 'decree-809-2025' }.keep[0].chosen", containsString("grant has ended"))
                .body("items.find { it.id == 'hebei-2022' }.keep.size()", equalTo(0));
    }

    @Test
    void packs_areListedWithRegionAndForce_theDraftSwitchedOff() {
        get("/law/packs", "zh")
                .statusCode(200)
                .body(
                        "items.id",
                        hasItems(
                                "hebei-2022",
                                "zhejiang-2022",
                                "hunan-2021",
                                "shenyang-2020",
                                "shenyang-2016",
                                "neijiang-2020-draft",
                                "decree-809-2025"))
                .body("items.find { it.id == 'hunan-2021' }.title", equalTo("湖南省政务信息资源共享管理办法"))
                .body("items.find { it.id == 'hunan-2021' }.from", equalTo("2021-03-01"))
                .body("items.find { it.id == 'hunan-2021' }.region", equalTo("430000"))
                .body("items.find { it.id == 'hunan-2021' }.on", equalTo(true))
                .body("items.find { it.id == 'neijiang-2020-draft' }.on", equalTo(false))
                .body("broken", empty());
    }

    @Test
    void onePack_isShownAsATableInTheLanguageAskedFor_withWhatWasChosen() {
        get("/law/packs/hebei-2022", "zh")
                .statusCode(200)
                .contentType(containsString("text/plain"))
                .body(containsString("延长"), containsString("条文未规定答复时间"), containsString("条文未规定处理决定后提供数据的期限"));
        get("/law/packs/hebei-2022", "en").body(containsString("the text sets no time for the answer"));
        get("/law/packs/nowhere-1900", "en").statusCode(404);
        get("/law/ruling?region=130100&on=2025-07-31&kind=verification", "en")
                .body("procedure.clocks[1].extensionChosen", containsString("asked for before the period ends"))
                .body("procedure.clocks[0].extensionChosen", nullValue());
    }

    @Test
    void ruling_namesPackProcedureAndWhoSetThePeriod() {
        get("/law/ruling?region=430100&on=2026-01-05&kind=share-request&shareClass=CONDITIONAL", "zh")
                .statusCode(200)
                .body("closed", equalTo(false))
                .body("packs.id", contains("hunan-2021", "decree-809-2025"))
                .body("procedure.title", equalTo("有条件共享资源申请"))
                .body("procedure.clocks.rule", contains("reply", "deliver"))
                .body("procedure.clocks[0].duty", equalTo("书面答复"))
                .body("procedure.clocks[0].unit", equalTo("working-days"))
                .body("procedure.clocks[0].period.amount", equalTo(10))
                .body("procedure.clocks[0].period.setBy.pack", equalTo("decree-809-2025"))
                .body("procedure.clocks[0].period.setBy.article", equalTo("21 para. 1"))
                .body("procedure.clocks[0].period.gaveWay", empty());
        get("/law/ruling?region=430100&on=2025-07-31&kind=share-request&shareClass=CONDITIONAL", "zh")
                .body("packs.id", contains("hunan-2021"))
                .body("procedure.clocks.rule", contains("reply"))
                .body("procedure.clocks[0].period.setBy.article", equalTo("ch. 3 para. 11 (2)"))
                .body("procedure.clocks[0].period.gaveWay", empty());
    }

    @Test
    void ruling_beforeTheFirstDayInForceOrByASwitchedOffDraft_isNone() {
        get("/law/ruling?region=430100&on=2021-02-28&kind=share-request&shareClass=CONDITIONAL", "en")
                .body("packs", empty())
                .body("procedure", nullValue());
        get("/law/ruling?region=430100&on=2021-03-01&kind=share-request&shareClass=CONDITIONAL", "en")
                .body("procedure.title", equalTo("request for conditionally shared resources"));
        get("/law/ruling?region=511000&kind=share-request&shareClass=CONDITIONAL", "en")
                .body("on", equalTo("2025-09-24"))
                .body("packs.id", contains("decree-809-2025"));
    }

    @Test
    void ruling_withValuesThatMeanNothing_namesEach() {
        get("/law/ruling?region=43&on=tomorrow&shareClass=SOME", "en")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.pointer", containsInAnyOrder("region", "on", "kind", "shareClass"));
        given().get("/law/packs").then().statusCode(401);
    }

    private static ValidatableResponse get(String path, String language) {
        return as(HEPING_HOUSING, "clerk")
                .header("Accept-Language", language)
                .get(path)
                .then();
    }
}
