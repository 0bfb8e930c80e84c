package org.govshare.request;

import static org.govshare.request.GrantStory.AUTHORITY;
import static org.govshare.request.GrantStory.DECREE;
import static org.govshare.request.GrantStory.GRANTEE;
import static org.govshare.request.GrantStory.PROVIDER;
import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.Concurrently;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acts on a grant that was opened under Hunan's measures before the Decree: they are under the Decree (arts. 25 and 27). */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class GrantActsQuarkusTest {
    private static final String ANOTHER_PROVIDER = "Y1430100FAKE01016X";
    private static final String FOREIGN = "Y1130100FAKE000214";
    private static final Map<String, String> MISUSE =
            Map.of("misuse", "third-party", "finding", "转让给企业", "until", "2025-08-16");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private GrantStory story;

    @BeforeEach
    void aGrantFromBeforeTheDecree() throws Exception {
        story = new GrantStory(ownerUrl);
    }

    @Test
    void beforeTheDecree_noLawHasThem() {
        story.open(PROVIDER, "suspension", MISUSE).statusCode(422).body("detail", notNullValue());
        story.to(DECREE);
        story.open(PROVIDER, "suspension", MISUSE).statusCode(201);
    }

    @Test
    void suspension_stopsTheNextReadingAndResumingRestoresIt() {
        story.to(DECREE);
        story.rows().statusCode(200);
        String act = story.opened(PROVIDER, "suspension", MISUSE);
        story.rows().statusCode(404);
        story.read(GRANTEE, act)
                .body("kind", equalTo("suspension"))
                .body("about.caseId", equalTo(story.request))
                .body("about.obligor", nullValue())
                .body("parties.requester.code", contains(GRANTEE))
                .body("parties.organ.code", contains(PROVIDER))
                .body("parties.authority.code", contains(AUTHORITY))
                .body("clocks[0].rule", equalTo("correct"))
                .body("clocks[0].lastDay", equalTo("2025-08-16"))
                .body("packs", contains("decree-809-2025"))
                .body("timeline[0].effects", contains("suspend-grant", "notify"));
        story.act(GRANTEE, act, "report-correction", Map.of("report", "已删除")).statusCode(200);
        story.rows().statusCode(404);
        story.act(AUTHORITY, act, "resume", Map.of()).statusCode(403);
        story.act(PROVIDER, act, "resume", Map.of()).statusCode(200).body("step", equalTo("resumed"));
        story.rows().statusCode(200);
    }

    @Test
    void theAuthority_suspendsAndEndsWhatIsNotPutRight() {
        story.to(DECREE);
        as(AUTHORITY, "clerk").get("/grants?of=provider").then().body("items.id", hasItem(story.grant));
        String act = story.opened(AUTHORITY, "suspension", MISUSE);
        // The last day of the date, a Saturday, ends at 24:00 in Shanghai.
        story.to(Instant.parse("2025-08-16T15:59:00Z"));
        story.read(GRANTEE, act).body("clocks[0].breached", equalTo(false));
        story.to(Instant.parse("2025-08-16T16:00:00Z"));
        story.read(GRANTEE, act).body("clocks[0].breached", equalTo(true));
        story.act(AUTHORITY, act, "end-sharing", Map.of("reason", "期满未整改"))
                .statusCode(200)
                .body("closed", equalTo(true));
        story.rows().statusCode(404);
        as(GRANTEE, "clerk").get("/grants").then().body("items.id", not(hasItem(story.grant)));
        story.open(PROVIDER, "suspension", Map.of("misuse", "third-party", "finding", "转让", "until", "2025-09-01"))
                .statusCode(409)
                .body("rule.article", equalTo("27 para. 2"));
    }

    @Test
    void theSuspensionOfAnotherCase_outlastsAResumption() {
        story.to(DECREE);
        command(PROVIDER, "clerk")
                .body(Map.of("action", "suspend-supply", "fields", Map.of("misuse", "转供企业")))
                .post("/requests/" + story.request + "/actions")
                .then()
                .statusCode(200);
        String act = story.opened(AUTHORITY, "suspension", MISUSE);
        command(PROVIDER, "clerk")
                .body(Map.of("action", "resume-supply", "fields", Map.of()))
                .post("/requests/" + story.request + "/actions")
                .then()
                .statusCode(200);
        story.rows().statusCode(404);
        story.act(AUTHORITY, act, "withdraw", Map.of("reason", "系误会")).statusCode(200);
        story.rows().statusCode(200);
    }

    @Test
    void whomTheGrantDoesNotConcern_seesNothing() {
        story.to(DECREE);
        String act = story.opened(PROVIDER, "suspension", MISUSE);
        for (String agency : List.of(FOREIGN, ANOTHER_PROVIDER)) {
            story.open(agency, "suspension", MISUSE).statusCode(404);
            as(agency, "clerk").get("/grant-acts/" + act).then().statusCode(404);
            as(agency, "clerk").get("/grants/" + story.grant).then().statusCode(404);
            as(agency, "clerk").get("/grants?of=provider").then().body("items.id", not(hasItem(story.grant)));
            as(agency, "clerk").get("/grant-acts").then().body("items", empty());
            story.act(agency, act, "resume", Map.of()).statusCode(404);
        }
        as(PROVIDER, "clerk").get("/grant-acts").then().body("items.id", hasItem(act));
        as(PROVIDER, "clerk").get("/grants?of=provider").then().body("items.id", hasItem(story.grant));
        as(PROVIDER, "clerk")
                .get("/grants/" + story.grant)
                .then()
                .statusCode(200)
                .body("purpose", equalTo("资质核验"));
        as(PROVIDER, "clerk").get("/grants/" + story.grant + "/records").then().statusCode(404);
        as(PROVIDER, "clerk").get("/grants?of=authority").then().statusCode(422);
    }

    @Test
    void theGranteeItself_mayNotSuspendAndLearnsWhy() {
        story.to(DECREE);
        story.open(GRANTEE, "suspension", MISUSE).statusCode(403).body("rule.article", equalTo("27 para. 2"));
        story.open(PROVIDER, "bow", MISUSE).statusCode(422).body("violations[0].pointer", equalTo("/kind"));
        story.open(
                        PROVIDER,
                        "suspension",
                        Map.of("misuse", "third-party", "finding", "x", "until", "2025-08-16", "y", "z"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/y"));
        command(PROVIDER, "clerk")
                .body(Map.of("grant", "none", "kind", "suspension"))
                .post("/grant-acts")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/grant"));
    }

    @Test
    void twoSuspensionsAtOnce_areOne() {
        story.to(DECREE);
        List<Integer> answers = Concurrently.run(
                2,
                i -> story.open(i == 0 ? PROVIDER : AUTHORITY, "suspension", MISUSE)
                        .extract()
                        .statusCode());
        assertEquals(Set.of(201, 409), new TreeSet<>(answers));
        story.rows().statusCode(404);
    }

    @Test
    void resumptionAndEndAtOnce_agree() {
        story.to(DECREE);
        String act = story.opened(PROVIDER, "suspension", MISUSE);
        story.act(GRANTEE, act, "report-correction", Map.of("report", "已删除")).statusCode(200);
        List<Integer> answers = Concurrently.run(
                2,
                i -> (i == 0
                                ? story.act(PROVIDER, act, "resume", Map.of())
                                : story.act(PROVIDER, act, "end-sharing", Map.of("reason", "不到位")))
                        .extract()
                        .statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers::toString);
        String step = story.read(PROVIDER, act).extract().path("step");
        story.rows().statusCode(step.equals("resumed") ? 200 : 404);
    }
}
