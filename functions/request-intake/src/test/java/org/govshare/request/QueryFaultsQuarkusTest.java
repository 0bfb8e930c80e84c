package org.govshare.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.Test;

/** What is wrong with a query is told at once, and says what would be right. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class QueryFaultsQuarkusTest {

    @Test
    void unknownParameters_hideNoOtherFault() {
        get("en", "/requests?page=2&pageSize=10&colour=red&limit=0&state=odd&overdue=maybe&after=x")
                .statusCode(422)
                .body("type", equalTo("urn:govshare:problem:field-invalid"))
                .body(
                        "violations.pointer",
                        containsInAnyOrder("page", "pageSize", "colour", "limit", "state", "overdue", "after"))
                .body(
                        message("page"),
                        equalTo("is not a known parameter; the next page is asked for with after, which the page before"
                                + " gives (next)"))
                .body(
                        message("pageSize"),
                        equalTo("is not a known parameter; how many a page has is asked for with limit"))
                .body(
                        message("colour"),
                        equalTo("is not a known parameter; known: after, dataset, limit, overdue, party, state"));
    }

    @Test
    void datasets_grantsAndTheTrail_tellAllFaultsToo() {
        get("zh", "/datasets?offset=1&limit=x&shareClass=ALL&provider=police")
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("offset", "limit", "shareClass", "provider"))
                .body(message("offset"), equalTo("没有这个参数；翻页请用 after，其值由上一页给出（next）"))
                .body(message("provider"), equalTo("必须是统一社会信用代码"));
        get("en", "/grants?cursor=1&limit=0&after=x")
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("cursor", "limit", "after"));
        given().header(
                        "Authorization",
                        TestTokens.agency(Agencies.PROVINCE_AUTHORITY, "auditor")
                                .bearer())
                .get("/audit/entries?size=1&limit=0&after=x&from=yesterday&case=1")
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("size", "limit", "after", "from", "case"))
                .body(
                        message("from"),
                        equalTo("must be a moment such as 2026-01-01T00:00:00Z, from 1900-01-01T00:00:00Z to"
                                + " 9999-01-01T00:00:00Z"));
    }

    @Test
    void parameterOfACommand_isRefusedBeforeItsBodyIsRead() {
        given().header(
                        "Authorization",
                        TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "clerk").bearer())
                .contentType("application/json")
                .body("{}")
                .post("/requests?page=1")
                .then()
                .statusCode(422)
                .body("violations.message", hasItem("is not a known parameter; there are none here"));
    }

    @Test
    void mistypedKindOrRegion_isToldItsFormAndThePossibleOnes() {
        get("en", "/law/ruling?region=1301&kind=share-reqest&on=2026-1-5")
                .statusCode(422)
                .body(message("region"), equalTo("must be a region code of six digits such as 130100"))
                .body(message("on"), equalTo("must be a date in the form YYYY-MM-DD such as 2026-01-05"))
                .body(
                        message("kind"),
                        equalTo("must be one of: bar, circular, correction, outside-platform, outside-use, release,"
                                + " share-request, verification"));
        get("en", "/law/ruling?region=%E2%80%8B&kind=%C2%A0")
                .statusCode(422)
                .body("violations.code", contains("missing", "missing"));
    }

    private static String message(String parameter) {
        return "violations.find { it.pointer == '" + parameter + "' }.message";
    }

    private static ValidatableResponse get(String language, String path) {
        return given().header(
                        "Authorization",
                        TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "clerk").bearer())
                .header("Accept-Language", language)
                .urlEncodingEnabled(false)
                .get(path)
                .then();
    }
}
