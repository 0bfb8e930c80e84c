package org.govshare.request;

import static org.govshare.testkit.entrance.Agencies.HUNAN_HOUSING;
import static org.govshare.testkit.entrance.Agencies.HUNAN_POLICE;
import static org.govshare.testkit.entrance.Agencies.NEIJIANG_HOUSING;
import static org.govshare.testkit.entrance.Agencies.NEIJIANG_POLICE;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_HOUSING;
import static org.govshare.testkit.entrance.Agencies.SHENYANG_POLICE;
import static org.govshare.testkit.http.Api.act;
import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.govshare.testkit.http.Api.firstField;
import static org.govshare.testkit.http.Api.read;
import static org.govshare.testkit.http.Api.submit;
import static org.govshare.testkit.http.Api.submitAsStated;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same entrances under other law: Shenyang's printed form and signature, Hunan's direct way and misuse, Neijiang's draft. */
@QuarkusTest
@TestProfile(DraftSwitchedOn.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class OtherPlacesQuarkusTest {
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
    void shenyang_clockRunsFromReceiptOfTheRequestAndTheLeaderSigns() {
        String id = submit(
                SHENYANG_HOUSING,
                "shenyang-household-register",
                Map.of(
                        "scope",
                        "全市",
                        "purpose",
                        "住房保障<核验>",
                        "items",
                        List.of(firstField(SHENYANG_HOUSING, "shenyang-household-register"))));
        // Five working days after 2 March: 3, 4, 5, 6, 9 (regulation of 2020, art. 20).
        read(SHENYANG_POLICE, id)
                .body("packs", contains("shenyang-2020", "shenyang-2016", "decree-809-2025"))
                .body("step", equalTo("reply"))
                .body("clocks.rule", contains("reply"))
                .body("clocks[0].lastDay", equalTo("2026-03-09"));
        as(SHENYANG_HOUSING, "clerk")
                .get("/requests/" + id + "/form")
                .then()
                .statusCode(200)
                .contentType(containsString("text/html"))
                .body(containsString("政务数据共享需求申请表"))
                .body(containsString("<tr><th>履行职责的需要</th><td>住房保障&lt;核验&gt;</td></tr>"))
                .body(containsString("<tr><th>使用时限</th><td>2027-12-31</td></tr>"))
                .body(containsString("2026年3月2日"));
        as(HUNAN_POLICE, "clerk").get("/requests/" + id + "/form").then().statusCode(404);

        time.to(Instant.parse("2026-03-05T02:00:00Z"));
        act(SHENYANG_POLICE, "clerk", id, "receive-form", Map.of())
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/action"));
        Map<String, Object> consent = new HashMap<>(Map.of("users", "住房保障科", "mode", "接口", "reason", "履职需要"));
        consent.put("items", List.of("no-such-item"));
        act(SHENYANG_POLICE, "leader", id, "consent", consent)
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/items/0"));
        consent.put("items", List.of(firstField(SHENYANG_HOUSING, "shenyang-household-register")));
        act(SHENYANG_POLICE, "clerk", id, "consent", consent).statusCode(403);
        act(SHENYANG_POLICE, "leader", id, "consent", consent).statusCode(200).body("closed", equalTo(true));
    }

    /** On the eve of the city's regulation, under the measures of 2016 alone. */
    @Test
    void shenyangBeforeItsRegulation_clockRunsFromReceiptOfTheWrittenForm() {
        time.to(Instant.parse("2020-09-28T02:00:00Z"));
        List<String> items = List.of(firstField(SHENYANG_HOUSING, "shenyang-household-register"));
        String id = submitAsStated(
                SHENYANG_HOUSING,
                "shenyang-household-register",
                Map.of("scope", "全市", "purpose", "住房保障核验", "items", items));
        read(SHENYANG_POLICE, id).body("step", equalTo("form")).body("clocks", empty());
        act(SHENYANG_POLICE, "clerk", id, "receive-form", Map.of()).statusCode(200);
        // 29 and 30 September, 9, 10 (a Saturday that is worked), 12, 13 and 14 October.
        read(SHENYANG_POLICE, id)
                .body("packs", contains("shenyang-2016"))
                .body("clocks[0].lastDay", equalTo("2020-10-14"));
    }

    @Test
    void hunan_goesStraightToTheProviderWhoMaySuspendAndEndOnMisuse() {
        String id = submit(HUNAN_HOUSING, "hunan-household-register", Map.of("name", "户籍信息", "purpose", "公租房资格核验"));
        // Ten working days after 2 March.
        read(HUNAN_POLICE, id).body("clocks.find { it.rule == 'reply' }.lastDay", equalTo("2026-03-16"));
        act(HUNAN_POLICE, "leader", id, "consent", Map.of("scope", "全省", "purpose", "公租房资格核验"))
                .statusCode(200);
        as(HUNAN_HOUSING, "clerk").get("/grants").then().body("items.caseId", hasItem(id));
        String grant =
                as(HUNAN_HOUSING, "clerk").get("/grants").then().extract().path("items[0].id");
        as(HUNAN_HOUSING, "clerk").get("/grants/" + grant + "/records").then().statusCode(200);

        act(HUNAN_POLICE, "clerk", id, "suspend-supply", Map.of("misuse", "转供企业"))
                .statusCode(200);
        as(HUNAN_HOUSING, "clerk").get("/grants/" + grant + "/records").then().statusCode(404);
        act(HUNAN_POLICE, "clerk", id, "resume-supply", Map.of()).statusCode(200);
        as(HUNAN_HOUSING, "clerk").get("/grants/" + grant + "/records").then().statusCode(200);
        act(HUNAN_POLICE, "clerk", id, "end-supply", Map.of("misuse", "再次转供")).statusCode(200);
        as(HUNAN_HOUSING, "clerk").get("/grants").then().body("items.caseId", not(hasItem(id)));
    }

    @Test
    void neijiang_whereSwitchedOn_repliesWithinTenWorkingDays() {
        String id = submit(NEIJIANG_HOUSING, "neijiang-household-addresses", Map.of("need", "住房保障核验"));
        read(NEIJIANG_POLICE, id)
                .body("packs", contains("neijiang-2020-draft", "decree-809-2025"))
                .body("clocks.find { it.rule == 'reply' }.lastDay", equalTo("2026-03-16"));
    }

    @Test
    void otherKindsOfRequest_areNamed() {
        command(SHENYANG_HOUSING, "clerk")
                .body(Map.of("kind", "no-such-kind", "dataset", "shenyang-household-register"))
                .post("/requests")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/kind"))
                .body(
                        "violations[0].message",
                        equalTo(
                                "must be one of: class-dispute, outside-platform, outside-use, release, share-request"));
        command(SHENYANG_HOUSING, "clerk")
                .body(Map.of("kind", "release", "dataset", "shenyang-household-register"))
                .post("/requests")
                .then()
                .statusCode(422)
                .body("rule.pack", equalTo("shenyang-2016"));
    }
}
