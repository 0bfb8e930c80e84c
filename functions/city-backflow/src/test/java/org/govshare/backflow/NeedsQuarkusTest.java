package org.govshare.backflow;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.govshare.backflow.BackflowFixture.OPERATORS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.govshare.delivery.Secret;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may state a need, and for which reasons it is refused. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NeedsQuarkusTest {
    private static final String CITY = "131100";

    @BeforeEach
    void loadRegistry() throws Exception {
        BackflowFixture.loadRegistry();
    }

    @Test
    void withheldDataset_isRefusedWithItsBasisAndArticle() {
        BackflowFixture.need(CITY, "hebei-hiv-case-reports")
                .statusCode(422)
                .body("rule.article", equalTo("22 para. 3"))
                .body("detail", containsString("艾滋病防治条例"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13110", "139800", "130000", "131102", "衡水"})
    void mistypedCity_isAnInvalidFieldWithItsFormAndThePossibleOnes(String city) {
        for (Map<String, Object> command : List.<Map<String, Object>>of(
                Map.of("city", city, "dataset", BackflowFixture.DATASET),
                Map.of("city", city, "url", "https://example.cn/in", "secret", Secret.make()))) {
            String path = command.containsKey("url") ? "/backflow/endpoints" : "/backflow/needs";
            BackflowFixture.post(OPERATORS.get(CITY), path, command)
                    .statusCode(422)
                    .body("type", equalTo("urn:govshare:problem:field-invalid"))
                    .body("rule", nullValue())
                    .body("violations.pointer", contains("/city"))
                    .body(
                            "violations.message",
                            contains("must be the six-digit region code of a city; your agency runs the platforms of:"
                                    + " 131100"));
        }
    }

    @Test
    void everythingWrongWithANeedOrAnEndpoint_isNamedAtOnce() {
        String operator = OPERATORS.get(CITY);
        BackflowFixture.post(operator, "/backflow/needs", Map.of("city", "1", "dataset", "zz", "colour", "red"))
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/city", "/dataset", "/colour"));
        Map<String, Object> need =
                Map.of("city", "1", "dataset", BackflowFixture.DATASET, "fields", List.of("x", "name", "y"));
        BackflowFixture.post(operator, "/backflow/needs", need)
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/city", "/fields/0", "/fields/2"));
        BackflowFixture.post(operator, "/backflow/endpoints", Map.of("city", "1", "url", "ftp://x", "secret", "x"))
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/city", "/url", "/secret"));
        BackflowFixture.post(operator, "/backflow/endpoints", Map.of("city", "1", "url", "x", "colour", "red"))
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/city", "/url", "/secret", "/colour"));
    }

    @Test
    void mistypedCity_ofAnAgencyThatRunsNone_learnsOnlyTheForm() {
        BackflowFixture.post(
                        BackflowFixture.PROVINCE_AUTHORITY,
                        "/backflow/needs",
                        Map.of("city", "13110", "dataset", BackflowFixture.DATASET))
                .statusCode(422)
                .body("violations.message", contains("must be the six-digit region code of a city"));
    }

    @Test
    void cityWithoutApprovedPlatform_isRefused() throws Exception {
        try (Connection owner = BackflowFixture.owner();
                Statement region = owner.createStatement()) {
            region.execute("insert into govshare.region (code, level, name, parent_code)"
                    + " values ('139900', 'city', '虚构市', '130000')");
        }
        // A region is known within a second of its load.
        await().untilAsserted(() -> BackflowFixture.post(
                        OPERATORS.get(CITY),
                        "/backflow/needs",
                        Map.of("city", "139900", "dataset", BackflowFixture.DATASET))
                .statusCode(422)
                .body("type", equalTo("urn:govshare:problem:rule-refused"))
                .body("rule.pack", equalTo("hebei-2022"))
                .body("rule.article", equalTo("22 para. 2")));
    }

    @Test
    void regionWhoseLawHasNoBackFlow_isRefusedWithoutAnArticle() {
        BackflowFixture.post(
                        OPERATORS.get(CITY),
                        "/backflow/needs",
                        Map.of("city", "210100", "dataset", BackflowFixture.DATASET))
                .statusCode(422)
                .body("rule", nullValue())
                .body("detail", containsString("210100"));
        BackflowFixture.need(CITY, "changsha-residence-permits")
                .statusCode(422)
                .body("rule", nullValue())
                .body("detail", containsString("430100"));
    }

    @Test
    void streams_areVisibleToTheCityItsOverseersAndThePlatformsOperatorOnly() {
        BackflowFixture.need(CITY, BackflowFixture.DATASET).statusCode(200);
        TestTokens platform = TestTokens.of("operator of the platform").roles("operator");
        for (TestTokens reader : List.of(
                platform,
                TestTokens.agency(OPERATORS.get(CITY), "operator"),
                TestTokens.agency(BackflowFixture.PROVINCE_AUTHORITY, "operator"),
                TestTokens.agency("Y1130000FAKE01251L", "auditor"),
                TestTokens.agency("Y1130000FAKE000134", "auditor"))) {
            assertSees(reader, 200);
        }
        for (TestTokens stranger : List.of(
                TestTokens.of("auditor of nobody").roles("auditor"),
                TestTokens.agency(BackflowFixture.CIVIL_AFFAIRS, "operator"),
                TestTokens.agency(BackflowFixture.CIVIL_AFFAIRS, "auditor"),
                TestTokens.agency("Y1130000FAKE01251L", "operator"),
                TestTokens.agency("Y1130100FAKE01251R", "auditor"))) {
            assertSees(stranger, 404);
        }
    }

    private static void assertSees(TestTokens reader, int status) {
        String bearer = reader.bearer();
        given().header("Authorization", bearer)
                .get("/backflow/streams/" + CITY + "/" + BackflowFixture.DATASET)
                .then()
                .statusCode(status);
        List<String> cities = given().header("Authorization", bearer)
                .get("/backflow/streams?limit=200")
                .jsonPath()
                .getList("items.city");
        assertEquals(status == 200, cities.contains(CITY));
    }

    @Test
    void streams_areReadPageByPage_andCountedOneByOne() {
        for (String dataset : List.of(BackflowFixture.DATASET, "hebei-communities")) {
            BackflowFixture.need(CITY, dataset).statusCode(200);
        }
        String agency = OPERATORS.get(CITY);
        JsonPath first = BackflowFixture.read(agency, "/backflow/streams?limit=1");
        JsonPath second = BackflowFixture.read(agency, "/backflow/streams?limit=200&after=" + first.getString("next"));
        assertEquals(1, first.getList("items").size());
        assertFalse(first.getMap("items[0]").containsKey("records"));
        assertFalse(second.getList("items.dataset").contains(first.getString("items[0].dataset")));
        assertNull(second.getString("next"));
        assertNotNull(BackflowFixture.read(agency, "/backflow/streams/" + first.getString("next"))
                .getString("records"));
        given().header(
                        "Authorization",
                        TestTokens.agency(OPERATORS.get("130100"), "clerk").bearer())
                .get("/backflow/streams/" + first.getString("next"))
                .then()
                .statusCode(404);
        given().header("Authorization", TestTokens.agency(agency, "clerk").bearer())
                .get("/backflow/streams?after=x")
                .then()
                .statusCode(422);
    }

    @Test
    void anotherCitysAgency_mayNot() {
        BackflowFixture.post(
                        OPERATORS.get("130100"),
                        "/backflow/needs",
                        Map.of("city", CITY, "dataset", BackflowFixture.DATASET))
                .statusCode(403);
    }

    @Test
    void unknownDatasetOrField_isNamed() {
        BackflowFixture.need(CITY, "no-such-dataset")
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/dataset"))
                .body(
                        "violations[0].message",
                        equalTo("must be the id of a dataset in the catalogue in force; GET /datasets lists them"));
        BackflowFixture.post(
                        OPERATORS.get(CITY),
                        "/backflow/needs",
                        Map.of("city", CITY, "dataset", BackflowFixture.DATASET, "fields", List.of("name", "nope")))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/1"))
                .body("violations[0].message", startsWith("must be a data item of this dataset: "))
                .body("violations[0].message", containsString("name"));
    }

    @Test
    void endpointsRegisteredAtOnce_areAllTaken() {
        String city = "130900";
        Map<String, Object> endpoint = Map.of("city", city, "url", "https://127.0.0.1:1/", "secret", Secret.make());
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> BackflowFixture.post(OPERATORS.get(city), "/backflow/endpoints", endpoint)
                                .extract()
                                .statusCode(),
                        command -> new Thread(command).start()))
                .toList();
        answers.forEach(answer -> assertEquals(202, answer.join()));
    }

    @Test
    void withoutToken_nothing() {
        given().get("/backflow/streams").then().statusCode(401);
    }

    @Test
    void otherCities_seeNeitherStreamsNorEndpoints() {
        BackflowFixture.need(CITY, "hebei-land-parcels").statusCode(200);
        assertEquals(List.of(), BackflowFixture.streams(OPERATORS.get("130100"), "hebei-land-parcels"));
        assertEquals(
                1,
                BackflowFixture.streams(BackflowFixture.PROVINCE_AUTHORITY, "hebei-land-parcels")
                        .size());
        String id = BackflowFixture.post(
                        OPERATORS.get(CITY),
                        "/backflow/endpoints",
                        Map.of("city", CITY, "url", "http://127.0.0.1:1/in", "secret", Secret.make()))
                .statusCode(202)
                .extract()
                .path("id");
        get(OPERATORS.get("130100"), id, 404);
        get(OPERATORS.get(CITY), id, 200);
    }

    @Test
    void weakKeyOrBadAddress_isRefused() {
        endpoint("http://127.0.0.1:1/in", "whsec_c2hvcnQ=").body("violations[0].pointer", equalTo("/secret"));
        endpoint("https://user:pass@example.cn/", Secret.make()).body("violations[0].pointer", equalTo("/url"));
        endpoint("file:///etc/passwd", Secret.make()).body("violations[0].pointer", equalTo("/url"));
    }

    private static io.restassured.response.ValidatableResponse endpoint(String url, String secret) {
        return BackflowFixture.post(
                        OPERATORS.get(CITY), "/backflow/endpoints", Map.of("city", CITY, "url", url, "secret", secret))
                .statusCode(422);
    }

    private static void get(String agency, String endpoint, int status) {
        given().header("Authorization", TestTokens.agency(agency, "clerk").bearer())
                .get("/backflow/endpoints/" + endpoint)
                .then()
                .statusCode(status);
    }
}
