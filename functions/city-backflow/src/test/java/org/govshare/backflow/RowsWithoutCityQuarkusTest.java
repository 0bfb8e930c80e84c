package org.govshare.backflow;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.govshare.backflow.BackflowFixture.CIVIL_AFFAIRS;
import static org.govshare.backflow.BackflowFixture.OPERATORS;
import static org.govshare.backflow.BackflowFixture.PROVINCE_AUTHORITY;
import static org.govshare.backflow.BackflowFixture.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Everybody who can correct them learns of records without a city; records of an ended region belong to its successor's
 * city.
 */
@QuarkusTest
@TestProfile(TicksOff.class)
@QuarkusTestResource(PostgresResource.class)
class RowsWithoutCityQuarkusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PATH = "/backflow/rows-without-city";
    private static final String HUNAN_AUTHORITY = "Y1430000FAKE000213";
    private static final Instant EVE = Instant.parse("2029-12-31T15:59:00Z");
    private static final Instant NEW_YEAR = Instant.parse("2029-12-31T16:00:00Z");

    @Inject
    Streams streams;

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @BeforeEach
    void registry() throws Exception {
        BackflowFixture.loadRegistry();
    }

    @AfterEach
    void asBuiltIn() throws Exception {
        new LawTimeShift(ownerUrl).to(Clock.systemUTC().instant());
        execute("delete from govshare.region where code = '133100'");
        execute("update govshare.record set deleted = true, digest = '' where city is null");
        BackflowFixture.loadRegistry();
    }

    @Test
    void providerLearnsFromTheAnswer_whichCodesHaveNoCity() {
        assertEquals(
                Map.of("133100", 2, "139001", 1, "130000", 1),
                change("hebei-marriage-registrations", dirty()).getMap("withoutCity"));
        assertEquals(
                Map.of("133100", 2, "139001", 1, "130000", 1),
                change("hebei-marriage-registrations", dirty()).getMap("withoutCity"),
                "unchanged rows still lie in none");
        assertEquals(
                Map.of(),
                change("hebei-marriage-registrations", Map.of("a", "130102")).getMap("withoutCity"));
    }

    @Test
    void cityAndProvince_seeThemCounted_onTheStreamAndByCode() {
        String dataset = "hebei-communities";
        change(dataset, dirty());
        BackflowFixture.need("130100", dataset).statusCode(200);
        for (String agency : List.of(OPERATORS.get("130100"), PROVINCE_AUTHORITY)) {
            JsonPath stream = read(agency, "/backflow/streams/130100/" + dataset);
            assertEquals(2, stream.getInt("records"));
            assertEquals(1, stream.getInt("byPrefix"));
            assertEquals(4, stream.getInt("withoutCity"));
            assertEquals(
                    List.of("130000", "133100", "139001"), read(agency, PATH).getList("items.region"));
            assertEquals(List.of(1, 2, 1), read(agency, PATH).getList("items.records"));
            assertEquals(List.of(dataset, dataset, dataset), read(agency, PATH).getList("items.dataset"));
        }
        assertEquals(
                List.of(
                        "is a province, or has no city in force above it",
                        "is not in the region table, and its first four digits name no city",
                        "is not in the region table, and its first four digits name no city"),
                read(PROVINCE_AUTHORITY, PATH).getList("items.reason"));
        assertEquals(List.of(), read(HUNAN_AUTHORITY, PATH).getList("items"), "codes of another province");
        assertEquals(List.of(), read(CIVIL_AFFAIRS, PATH).getList("items"), "no stream of which it may look at");
    }

    @Test
    void rowsOfNoProvince_areSeenByThePlatformsOperatorAlone() {
        change("hebei-communities", Map.of("a", "999999", "b", "139001"));
        JsonPath all = given().header(
                        "Authorization",
                        TestTokens.of("operator of the platform")
                                .roles("operator")
                                .bearer())
                .get(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(List.of("139001", "999999"), all.getList("items.region"));
        for (String role : List.of("clerk", "operator")) {
            JsonPath own = given().header(
                            "Authorization",
                            TestTokens.agency(PROVINCE_AUTHORITY, role).bearer())
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertEquals(List.of("139001"), own.getList("items.region"), role);
        }
    }

    @Test
    void list_isReadPageByPage_inChineseToo_andRefusesUnknownCursors() {
        change("hebei-communities", dirty());
        JsonPath first = read(PROVINCE_AUTHORITY, PATH + "?limit=2");
        assertEquals(List.of("130000", "133100"), first.getList("items.region"));
        assertEquals("hebei-communities/133100", first.getString("next"));
        JsonPath second = read(PROVINCE_AUTHORITY, PATH + "?limit=2&after=" + first.getString("next"));
        assertEquals(List.of("139001"), second.getList("items.region"));
        assertEquals(null, second.getString("next"));
        JsonPath chinese =
                asking("zh").get(PATH).then().statusCode(200).extract().jsonPath();
        assertEquals("不在区划表中，前四位也不是现行的市", chinese.getString("items[1].reason"));
        for (String odd : List.of("after=x", "after=hebei-communities/1331", "limit=0", "limit=201")) {
            String pointer = odd.substring(0, odd.indexOf('='));
            assertEquals(
                    List.of(pointer),
                    asking("en")
                            .get(PATH + "?" + odd)
                            .then()
                            .statusCode(422)
                            .extract()
                            .jsonPath()
                            .getList("violations.pointer"));
        }
    }

    @Test
    void codeThatTheTableKnowsByNow_isNamedWithItsCity_andMovesWhenItIsHandedInAgain() throws Exception {
        change("hebei-communities", dirty());
        execute("insert into govshare.region (code, level, name, parent_code)"
                + " values ('133100', 'city', '雄安新区', '130000')");
        JsonPath known = read(PROVINCE_AUTHORITY, PATH);
        assertEquals("133100", known.getString("items[1].cityNow"));
        assertEquals(null, known.getString("items[1].reason"));
        change("hebei-communities", dirty());
        assertEquals(List.of("130000", "139001"), read(PROVINCE_AUTHORITY, PATH).getList("items.region"));
    }

    @Test
    void endedCounty_goesToItsSuccessorsCity_fromTheFirstMomentOfTheDayInShanghai() throws Exception {
        String dataset = "hebei-social-organisations";
        try (CityReceiver before = new CityReceiver("131000", dataset);
                CityReceiver after = new CityReceiver("131100", dataset)) {
            flowing(before, dataset);
            flowing(after, dataset);
            execute(
                    "update govshare.region set valid_to = '2030-01-01', successor_code = '131102' where code = '131003'");
            new LawTimeShift(ownerUrl).to(EVE);
            change(dataset, Map.of("moves", "131003", "stays", "131002"));
            awaitHeld(before, dataset, "moves", "stays");

            new LawTimeShift(ownerUrl).to(NEW_YEAR);
            assertEquals(Map.of(), change(dataset, Map.of("moves", "131003")).getMap("withoutCity"));
            awaitHeld(before, dataset, "stays");
            awaitHeld(after, dataset, "moves");
        }
    }

    @Test
    void approvalThatEnds_haltsTheStream_fromTheFirstMomentOfTheDayInShanghai() throws Exception {
        String dataset = "hebei-low-income-households";
        StreamKey stream = new StreamKey("130900", dataset);
        try (CityReceiver receiver = new CityReceiver(stream.city(), dataset)) {
            flowing(receiver, dataset);
            execute("update govshare.city_platform set approval_ended_on = '2030-01-01' where region_code = '130900'");
            new LawTimeShift(ownerUrl).to(EVE);
            change(dataset, Map.of("a", "130902"));
            assertEquals(List.of(stream), streams.due(10));

            new LawTimeShift(ownerUrl).to(NEW_YEAR);
            assertEquals(List.of(), streams.due(10));
            assertTrue(streams.take(stream).isEmpty());
            Map<String, Object> shown = BackflowFixture.stream(stream.city(), dataset);
            assertEquals("halted", shown.get("state"));
            assertEquals("the approval of the city's platform ended on 2030-01-01", shown.get("lastError"));
        }
    }

    private static Map<String, String> dirty() {
        return Map.of("a", "133100", "b", "133100", "c", "139001", "d", "130000", "e", "130171", "f", "130102");
    }

    /** What its provider hands in, by key and region code; the answer. */
    private static JsonPath change(String dataset, Map<String, String> regions) {
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        regions.forEach((key, region) -> changes.addObject()
                .put("key", key)
                .put("region", region)
                .putObject("payload")
                .put("name", key));
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("dataset", dataset);
        data.set("changes", changes);
        return BackflowFixture.event(CIVIL_AFFAIRS, "org.govshare.records.changed.v1", data)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification asking(String language) {
        return given().header("Accept-Language", language)
                .header(
                        "Authorization",
                        TestTokens.agency(PROVINCE_AUTHORITY, "clerk").bearer());
    }

    private static void flowing(CityReceiver receiver, String dataset) {
        BackflowFixture.activate(receiver);
        BackflowFixture.need(receiver.city, dataset).statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> {
            new WakesOnly(new StreamKey(receiver.city, dataset)).bring();
            assertEquals(
                    "changes", BackflowFixture.stream(receiver.city, dataset).get("state"));
        });
    }

    private static void awaitHeld(CityReceiver receiver, String dataset, String... keys) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            new WakesOnly(new StreamKey(receiver.city, dataset)).bring();
            assertEquals(keys.length, receiver.records());
            for (String key : keys) {
                assertTrue(receiver.holds(key), key);
            }
        });
    }

    private static void execute(String sql) throws SQLException {
        try (Connection owner = BackflowFixture.owner()) {
            owner.createStatement().execute(sql);
        }
    }
}
