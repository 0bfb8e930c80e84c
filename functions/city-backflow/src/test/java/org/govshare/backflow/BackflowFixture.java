package org.govshare.backflow;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.govshare.exchange.RecordFile;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.TestTokens;

/** What these tests share: the registry of Hebei, its agencies' tokens, and the real records. */
final class BackflowFixture {
    static final String DATASET = "hebei-communities";
    static final String PROVINCE_AUTHORITY = "Y1130000FAKE00021Y";
    static final String CIVIL_AFFAIRS = "Y1130000FAKE01024F";

    /** 54,145 rows, of which 1,298 bear codes that the region table lacks. */
    static final RecordFile COMMUNITIES = RecordFile.of(
            Path.of("../../shared/demo/src/main/resources/demo/hebei-communities.tsv.gz"), "code", "region");

    static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("130100", "Y1130100FAKE000214"),
            Map.entry("130200", "Y1130200FAKE000219"),
            Map.entry("130300", "Y1130300FAKE00021E"),
            Map.entry("130400", "Y1130400FAKE00021K"),
            Map.entry("130500", "Y1130500FAKE00021Q"),
            Map.entry("130600", "Y1130600FAKE00021X"),
            Map.entry("130700", "Y1130700FAKE000213"),
            Map.entry("130800", "Y1130800FAKE000218"),
            Map.entry("130900", "Y1130900FAKE00021D"),
            Map.entry("131000", "Y1131000FAKE00021B"),
            Map.entry("131100", "Y1131100FAKE00021G"));

    private BackflowFixture() {}

    static void loadRegistry() throws Exception {
        try (Connection owner = owner()) {
            RegistryLoad.builtIn().into(owner);
        }
    }

    static Connection owner() throws SQLException {
        return DriverManager.getConnection(
                ConfigProvider.getConfig().getValue("govshare.test.owner-url", String.class));
    }

    static ValidatableResponse post(String agency, String path, Map<String, Object> body) {
        return post(agency, path, UUID.randomUUID().toString(), body);
    }

    private static ValidatableResponse post(String agency, String path, String key, Map<String, Object> body) {
        return given().header(
                        "Authorization", TestTokens.agency(agency, "platform").bearer())
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    /** Registers the receiver's endpoint; its id. */
    static String register(CityReceiver receiver) {
        return register(receiver, UUID.randomUUID().toString()).extract().path("id");
    }

    static ValidatableResponse register(CityReceiver receiver, String key) {
        return post(
                        OPERATORS.get(receiver.city),
                        "/backflow/endpoints",
                        key,
                        Map.of("city", receiver.city, "url", receiver.url(), "secret", receiver.secret))
                .statusCode(202);
    }

    /** Registers the receiver's endpoint and waits until it has taken the ping. */
    static void activate(CityReceiver receiver) {
        String id = register(receiver);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> "active".equals(endpoint(receiver.city, id).get("status")));
    }

    static Map<String, Object> endpoint(String city, String id) {
        return given().header(
                        "Authorization",
                        TestTokens.agency(OPERATORS.get(city), "clerk").bearer())
                .get("/backflow/endpoints/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("");
    }

    static ValidatableResponse need(String city, String dataset) {
        return post(OPERATORS.get(city), "/backflow/needs", Map.of("city", city, "dataset", dataset));
    }

    /** Sends a command as a CloudEvent in binary mode. */
    static ValidatableResponse event(String agency, String type, JsonNode data) {
        return given().header(
                        "Authorization", TestTokens.agency(agency, "clerk").bearer())
                .header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "//test")
                .header("ce-type", type)
                .contentType(ContentType.JSON)
                .body(data.toString())
                .post("/events")
                .then();
    }

    /** The streams of a dataset that an agency sees, with their counts. */
    static List<Map<String, Object>> streams(String agency, String dataset) {
        List<Map<String, Object>> all = read(agency, "/backflow/streams").getList("items");
        return all.stream()
                .filter(s -> dataset.equals(s.get("dataset")))
                .map(s -> read(agency, "/backflow/streams/" + s.get("city") + "/" + dataset)
                        .<String, Object>getMap(""))
                .toList();
    }

    static JsonPath read(String agency, String path) {
        return given().header(
                        "Authorization", TestTokens.agency(agency, "clerk").bearer())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static Map<String, Object> stream(String city, String dataset) {
        return streams(OPERATORS.get(city), dataset).get(0);
    }
}
