package org.govshare.request;

import static org.govshare.request.GrantStory.AUTHORITY;
import static org.govshare.request.GrantStory.DECREE;
import static org.govshare.request.GrantStory.EVE;
import static org.govshare.request.GrantStory.GRANTEE;
import static org.govshare.request.GrantStory.PROVIDER;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.Concurrently;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wider use, disposal, and the end and change of a service under Decree 809, on a grant of before it (arts. 25 and 27). */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class GrantUseQuarkusTest {
    private static final Map<String, String> WIDER =
            Map.of("way", "other-purpose", "need", "确需", "purpose", "入学核验", "scope", "全市");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private GrantStory story;

    @BeforeEach
    void aGrantFromBeforeTheDecree() throws Exception {
        story = new GrantStory(ownerUrl);
    }

    @Test
    void onTheEve_noneOfThemIsThere() {
        story.to(EVE);
        story.open(GRANTEE, "wider-use", WIDER).statusCode(422);
        story.open(GRANTEE, "disposal", Map.of("ground", "purpose-achieved")).statusCode(422);
        story.open(PROVIDER, "service-end", Map.of("cause", "x", "plan", "y")).statusCode(422);
    }

    @Test
    void widerUse_changesTheGrantWithConsentOnly() {
        story.to(DECREE);
        String refused = story.opened(GRANTEE, "wider-use", WIDER);
        story.granted().body("purpose", equalTo("资质核验"));
        story.act(GRANTEE, refused, "consent", Map.of()).statusCode(403);
        story.act(PROVIDER, refused, "refuse", Map.of("reason", "不宜")).statusCode(200);
        story.granted().body("purpose", equalTo("资质核验"));

        String asked = story.opened(GRANTEE, "wider-use", WIDER);
        story.act(PROVIDER, asked, "consent", Map.of("scope", "本区"))
                .statusCode(200)
                .body("step", equalTo("consented"));
        story.granted()
                .body("purpose", equalTo("入学核验"))
                .body("scope", equalTo("本区"))
                .body("fields", empty());
        story.read(PROVIDER, asked)
                .body("timeline[1].effects", contains("widen-grant", "notify"))
                .body("timeline[1].basis", equalTo("decree-809-2025 25"));
    }

    @Test
    void widerUse_addsItemsOfTheDatasetToALimitedGrant() throws SQLException {
        story.to(DECREE);
        limitedTo("name");
        story.open(GRANTEE, "wider-use", with(WIDER, "items", "address,shoe-size"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/items/1"));
        String asked = story.opened(GRANTEE, "wider-use", with(WIDER, "items", "name,address"));
        story.act(PROVIDER, asked, "consent", Map.of("items", "shoe-size"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/items/0"));
        story.act(PROVIDER, asked, "consent", Map.of("items", "address")).statusCode(200);
        story.granted().body("fields", containsInAnyOrder("name", "address"));
    }

    @Test
    void disposal_endsTheGrantWithTheReport() {
        story.to(DECREE);
        String act = story.opened(GRANTEE, "disposal", Map.of("ground", "purpose-achieved"));
        story.act(PROVIDER, act, "require", Map.of("requirement", "删除", "until", "2025-08-29"))
                .statusCode(200);
        story.rows().statusCode(200);
        story.to(Instant.parse("2025-08-29T15:59:00Z"));
        story.read(GRANTEE, act).body("clocks[0].breached", equalTo(false));
        story.to(Instant.parse("2025-08-29T16:00:00Z"));
        story.read(GRANTEE, act).body("clocks[0].rule", equalTo("dispose")).body("clocks[0].breached", equalTo(true));
        story.act(GRANTEE, act, "report-disposal", Map.of("disposal", "已删除")).statusCode(200);
        story.rows().statusCode(404);
        story.granted().body("closedAt", notNullValue());
        story.act(PROVIDER, act, "accept", Map.of()).statusCode(200).body("closed", equalTo(true));

        story.open(GRANTEE, "wider-use", WIDER).statusCode(409).body("rule.article", equalTo("25"));
        String again = story.opened(PROVIDER, "disposal", Map.of("ground", "no-longer-necessary"));
        story.act(PROVIDER, again, "require", Map.of("requirement", "删除备份")).statusCode(200);
        story.act(GRANTEE, again, "report-disposal", Map.of("disposal", "已删除备份"))
                .statusCode(200);
    }

    @Test
    void serviceEnd_isNegotiatedAndFiledWithTheAuthority() {
        story.to(DECREE);
        story.open(PROVIDER, "service-end", Map.of("plan", "9月底停止"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/cause"))
                .body("rule.article", equalTo("27 para. 3"));
        story.open(AUTHORITY, "service-end", Map.of("cause", "x", "plan", "y")).statusCode(403);
        String act = story.opened(PROVIDER, "service-end", Map.of("cause", "系统停用", "plan", "9月底停止"));
        story.act(PROVIDER, act, "end-service", Map.of("outcome", "无")).statusCode(409);
        story.act(GRANTEE, act, "agree", Map.of()).statusCode(200);
        story.rows().statusCode(200);
        story.act(PROVIDER, act, "end-service", Map.of("outcome", "双方同意")).statusCode(200);
        story.rows().statusCode(404);
        story.read(AUTHORITY, act)
                .body("step", equalTo("ended"))
                .body("timeline[2].effects", hasItem("file-with-authority"));
    }

    @Test
    void serviceChange_isFiledAndLeavesTheGrant() {
        story.to(DECREE);
        String act = story.opened(PROVIDER, "service-change", Map.of("cause", "接口升级", "plan", "改用新接口"));
        story.act(GRANTEE, act, "disagree", Map.of("reason", "来不及改造")).statusCode(200);
        story.act(PROVIDER, act, "change-service", Map.of("outcome", "延后一个月")).statusCode(200);
        story.rows().statusCode(200);
    }

    @Test
    void theEndOfAGrant_leavesAnotherActNothingToResume() {
        story.to(DECREE);
        String suspension = story.opened(
                PROVIDER, "suspension", Map.of("misuse", "third-party", "finding", "转让", "until", "2025-08-16"));
        String disposal = story.opened(GRANTEE, "disposal", Map.of("ground", "purpose-achieved"));
        story.act(PROVIDER, disposal, "require", Map.of("requirement", "删除")).statusCode(200);
        story.act(GRANTEE, disposal, "report-disposal", Map.of("disposal", "已删除"))
                .statusCode(200);
        story.act(GRANTEE, suspension, "report-correction", Map.of("report", "已处置"))
                .statusCode(200);
        story.act(PROVIDER, suspension, "resume", Map.of()).statusCode(409);
        story.act(PROVIDER, suspension, "end-sharing", Map.of("reason", "已处置"))
                .statusCode(200)
                .body("closed", equalTo(true));
    }

    @Test
    void consentAndEndAtOnce_agree() {
        story.to(DECREE);
        String wider = story.opened(GRANTEE, "wider-use", WIDER);
        String end = story.opened(PROVIDER, "service-end", Map.of("cause", "系统停用", "plan", "即日停止"));
        story.act(GRANTEE, end, "agree", Map.of()).statusCode(200);
        List<Integer> answers = Concurrently.run(
                2,
                i -> (i == 0
                                ? story.act(PROVIDER, wider, "consent", Map.of())
                                : story.act(PROVIDER, end, "end-service", Map.of("outcome", "同意")))
                        .extract()
                        .statusCode());
        assertEquals(200, answers.get(1));
        story.rows().statusCode(404);
        String step = story.read(PROVIDER, wider).extract().path("step");
        assertEquals(answers.get(0) == 200 ? "consented" : "reply", step);
        story.granted().body("purpose", equalTo(answers.get(0) == 200 ? "入学核验" : "资质核验"));
    }

    private static Map<String, Object> with(Map<String, String> form, String field, String value) {
        Map<String, Object> more = new HashMap<>(form);
        more.put(field, value);
        return more;
    }

    private void limitedTo(String item) throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "update govshare.data_grant set fields = array['" + item + "'] where id = '" + story.grant + "'");
        }
    }
}
