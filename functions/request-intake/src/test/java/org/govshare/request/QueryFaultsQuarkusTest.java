package org.govshare.request;

import static org.govshare.testkit.http.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with a query is told at once, and says what would be right. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class QueryFaultsQuarkusTest {
    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void loadRegistry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
    }

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
                        equalTo("is not a known parameter; for the next page, set after to the cursor that the"
                                + " last page returned (next)"))
                .body(
                        message("pageSize"),
                        equalTo("is not a known parameter; use limit for the number of items on a page"))
                .body(
                        message("colour"),
                        equalTo("is not a known parameter; known: after, dataset, limit, overdue, party, state"));
    }

    @Test
    void datasets_grantsAndTheTrail_tellAllFaultsToo() {
        get("zh", "/datasets?offset=1&limit=x&shareClass=ALL&provider=police")
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("offset", "limit", "shareClass", "provider"))
                .body(message("offset"), equalTo("没有这个参数；翻页请用 after，其值为上一页的 next"))
                .body(message("provider"), equalTo("必须是统一社会信用代码"));
        get("en", "/grants?cursor=1&limit=0&after=x")
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("cursor", "limit", "after"));
        as(Agencies.PROVINCE_AUTHORITY, "auditor")
                .get("/audit/entries?size=1&limit=0&after=x&from=yesterday&case=1")
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("size", "limit", "after", "from", "case"))
                .body(
                        message("from"),
                        equalTo("must be a time such as 2026-01-01T00:00:00Z, from 1900-01-01T00:00:00Z to"
                                + " 9999-01-01T00:00:00Z"));
    }

    @Test
    void parameterGivenTwiceOrWithoutAValue_isRefused() {
        get("en", "/requests?limit=1&limit=zz&state=&overdue=%E3%80%80&after=%20&party&dataset=")
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder("limit", "state", "overdue", "after", "party", "dataset"))
                .body(message("limit"), equalTo("must appear only once"))
                .body(message("state"), equalTo("has no value; leave it out if you do not need it"))
                .body(message("party"), equalTo("has no value; leave it out if you do not need it"));
        get("zh", "/datasets?q=&q=").statusCode(422).body(message("q"), equalTo("只能出现一次"));
        get("zh", "/datasets?q=").statusCode(422).body(message("q"), equalTo("没有值；不需要时请略去该参数"));
    }

    @Test
    void digitsThatAreNotAscii_areNoNumberAndNoUuid() {
        get("en", "/requests?limit=%EF%BC%95")
                .statusCode(422)
                .body(message("limit"), equalTo("must be a whole number from 1 to 200"));
        get("en", "/requests?limit=%2B5").statusCode(422).body("violations.pointer", contains("limit"));
        get("en", "/notices?case=%EF%BC%91" + UUID.randomUUID().toString().substring(1))
                .statusCode(422)
                .body(message("case"), equalTo("must be a UUID"));
    }

    @Test
    void partyOrDatasetThatThereIsNot_isRefusedWithWhatThereIs() {
        get("en", "/requests?party=foo&dataset=zz")
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("party", "dataset"))
                .body(message("party"), startsWith("must be one of the parties: authority"))
                .body(message("party"), containsString("requester"))
                .body(
                        message("dataset"),
                        equalTo("must be the id of a dataset in the catalogue; GET /datasets lists them"));
        get("en", "/requests?party=requester&dataset=hebei-standard-addresses").statusCode(200);
        as(Agencies.PROVINCE_AUTHORITY, "auditor")
                .get("/audit/entries?agency=Y1130000FAKE00000A")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("agency"));
    }

    @Test
    void answerInALanguage_saysSo() {
        get("zh", "/law/packs").statusCode(200).header("Content-Language", "zh").header("Vary", "Accept-Language");
        get("de", "/law/packs").statusCode(200).header("Content-Language", "en").header("Vary", "Accept-Language");
        get("zh", "/notices").statusCode(200).header("Content-Language", "zh").header("Vary", "Accept-Language");
        get("zh", "/requests/x")
                .statusCode(404)
                .header("Content-Language", "zh")
                .header("Vary", "Accept-Language");
        get("en", "/nothing").statusCode(404).header("Content-Language", "en").header("Vary", "Accept-Language");
        get("en", "/datasets").statusCode(200).header("Content-Language", nullValue());
    }

    @Test
    void parameterOfACommand_isRefusedBeforeItsBodyIsRead() {
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .contentType("application/json")
                .body("{}")
                .post("/requests?page=1")
                .then()
                .statusCode(422)
                .body("violations.message", hasItem("is not a known parameter; there are no parameters here"));
    }

    @Test
    void mistypedKindOrRegion_isToldItsFormAndThePossibleOnes() {
        get("en", "/law/ruling?region=1301&kind=share-reqest&on=2026-1-5")
                .statusCode(422)
                .body(message("region"), equalTo("must be a six-digit region code, such as 130100"))
                .body(message("on"), equalTo("must be a date in the form YYYY-MM-DD, such as 2026-01-05"))
                .body(
                        message("kind"),
                        equalTo(
                                "must be one of: bar, circular, class-dispute, correction, disposal, outside-platform, outside-use,"
                                        + " release, service-change, service-end, share-request, suspension, verification,"
                                        + " wider-use"));
        get("en", "/law/ruling?region=%E2%80%8B&kind=%C2%A0")
                .statusCode(422)
                .body("violations.code", contains("missing", "missing"));
    }

    private static String message(String parameter) {
        return "violations.find { it.pointer == '" + parameter + "' }.message";
    }

    private static ValidatableResponse get(String language, String path) {
        return as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .header("Accept-Language", language)
                .urlEncodingEnabled(false)
                .get(path)
                .then();
    }
}
