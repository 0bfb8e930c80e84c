package org.govshare.casework;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who does the wrong thing in a case learns what would be right; to a stranger the case does not exist. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
class HelpfulRefusalsQuarkusTest {
    private static final String DATASET = "hebei-standard-addresses";
    private static final String TANGSHAN_AUTHORITY = "Y1130200FAKE000219";
    private static final String SHIJIAZHUANG_GOVERNMENT = "Y1130100FAKE000139";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void loadRegistry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    @Test
    void mistypedAction_isAnInvalidFieldWithThePossibleOnes() {
        String id = inReview();
        act("en", Agencies.PROVINCE_AUTHORITY, id, "foward")
                .statusCode(422)
                .body("type", equalTo("urn:govshare:problem:field-invalid"))
                .body("rule", nullValue())
                .body("violations.pointer", contains("/action"))
                .body("violations.code", contains("unknown-action"))
                .body(
                        "violations[0].message",
                        equalTo(
                                "There is no such action; the current step is \"review by the authority\"; possible now:"
                                        + " forward (authority), return-for-completion (authority), withdraw (requester); your"
                                        + " agency can do: forward, return-for-completion. It is the turn of the authority: Hebei Data and Government Services Administration"));
    }

    @Test
    void actionThatIsTooEarly_isToldTheStepWhatIsPossibleAndWhoseTurnItIs() {
        String id = inReview();
        act("zh", Agencies.PROVINCE_POLICE, id, "consent")
                .statusCode(409)
                .body("type", equalTo("urn:govshare:problem:conflict"))
                .body("violations.pointer", contains("/action"))
                .body(
                        "detail",
                        equalTo("当前环节不能办理此操作；当前环节为“主管部门审核”，可以办理：forward（authority）、"
                                + "return-for-completion（authority）、withdraw（requester）；贵单位目前不能办理。"
                                + "应由主管部门（authority）办理：河北省数据和政务服务局"));
    }

    @Test
    void wrongAgency_isToldWhoseTurnItIsByName() {
        String id = inReview();
        act("zh", Agencies.PROVINCE_POLICE, id, "forward")
                .statusCode(403)
                .body("type", equalTo("urn:govshare:problem:forbidden"))
                .body(
                        "detail",
                        equalTo("该操作应由主管部门（authority）办理；当前环节为“主管部门审核”，可以办理：forward（authority）、"
                                + "return-for-completion（authority）、withdraw（requester）；贵单位目前不能办理。"
                                + "应由主管部门（authority）办理：河北省数据和政务服务局"));
        act("en", Agencies.SHIJIAZHUANG_HEALTH, id, "forward")
                .statusCode(403)
                .body(
                        "detail",
                        equalTo(
                                "Only the authority may do this; the current step is \"review by the authority\"; possible now:"
                                        + " forward (authority), return-for-completion (authority), withdraw (requester); your"
                                        + " agency can do: withdraw. It is the turn of the authority: Hebei Data and Government"
                                        + " Services Administration"));
    }

    @Test
    void whoSeesTheCaseButIsNoParty_isToldThePartyWithoutItsName() {
        String id = inReview();
        given().header("Authorization", watching(SHIJIAZHUANG_GOVERNMENT))
                .get("/requests/" + id)
                .then()
                .statusCode(200);
        actAs(watching(SHIJIAZHUANG_GOVERNMENT), "en", id, "forward")
                .statusCode(403)
                .body("detail", startsWith("Only the authority may do this; the current step is "))
                .body("detail", endsWith("your agency can do nothing now. It is the turn of the authority"));
    }

    @Test
    void stranger_isToldNothing() {
        String id = inReview();
        for (String action : List.of("forward", "consent", "foward")) {
            act("en", TANGSHAN_AUTHORITY, id, action)
                    .statusCode(404)
                    .body("detail", equalTo("Nothing was found, or you may not see it."))
                    .body("violations", nullValue());
        }
    }

    private static String inReview() {
        String id = Api.submit(Agencies.SHIJIAZHUANG_HEALTH, DATASET, Map.of("scenario", "流调"));
        act("en", Agencies.SHIJIAZHUANG_AUTHORITY, id, "forward-up").statusCode(200);
        return id;
    }

    private static ValidatableResponse act(String language, String agency, String id, String action) {
        return actAs(TestTokens.agency(agency, "clerk").bearer(), language, id, action);
    }

    private static ValidatableResponse actAs(String bearer, String language, String id, String action) {
        return given().header("Authorization", bearer)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", language)
                .contentType(ContentType.JSON)
                .body(Map.of("action", action, "fields", Map.of()))
                .post("/requests/" + id + "/actions")
                .then();
    }

    private static String watching(String agency) {
        return TestTokens.agency(agency, "clerk", "auditor").bearer();
    }
}
