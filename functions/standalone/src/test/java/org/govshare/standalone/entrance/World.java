package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.govshare.testkit.TestTokens;

/** A request, a grant, a doubt, a need, an endpoint and a notice for the callers of the matrix to come at; made over HTTP. */
final class World {
    static final String SHIJIAZHUANG_HEALTH = "Y1130100FAKE01032F";
    static final String SHIJIAZHUANG_AUTHORITY = "Y1130100FAKE000214";
    static final String SHIJIAZHUANG_MARKET = "Y1130100FAKE010597";
    static final String TANGSHAN_AUTHORITY = "Y1130200FAKE000219";
    static final String PROVINCE_AUTHORITY = "Y1130000FAKE00021Y";
    static final String CIVIL_AFFAIRS = "Y1130000FAKE01024F";
    static final String RECORD = "130102001001";

    private static final Pattern THING = Pattern.compile("\\{([a-z-]+)}");
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final Map<String, String> things = new TreeMap<>();
    private final Map<String, Supplier<String>> makers = new TreeMap<>();

    World() {
        makers.put("new-request", World::submit);
        makers.put("new-verification", World::raise);
        makers.put("key", () -> UUID.randomUUID().toString());
        things.put("secret", SECRET);
        need();
        things.put("need", "hebei-communities");
        things.put("request", submit());
        things.put("grant", grant());
        things.put("verification", raise());
        things.put("endpoint", endpoint());
        things.put("notice", notice());
    }

    /** The text with its things in place; those that are named new are made for each use. */
    String put(String template) {
        Matcher matcher = THING.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(thing(matcher.group(1), matcher.group())));
        }
        return matcher.appendTail(text).toString();
    }

    private String thing(String name, String otherwise) {
        return makers.containsKey(name) ? makers.get(name).get() : things.getOrDefault(name, otherwise);
    }

    private static String submit() {
        return id(post(
                SHIJIAZHUANG_HEALTH, "/requests", "{\"dataset\":\"hebei-standard-addresses\",\"scenario\":\"流调\"}"));
    }

    /** Unconditional: delivered by the requester's authority, without anybody's consent (Hebei art. 15 para. 2). */
    private static String grant() {
        String request =
                id(post(SHIJIAZHUANG_HEALTH, "/requests", "{\"dataset\":\"hebei-communities\",\"scenario\":\"流调\"}"));
        act("/requests/" + request, SHIJIAZHUANG_AUTHORITY, "forward-up", "{}");
        act("/requests/" + request, PROVINCE_AUTHORITY, "deliver", "{}");
        return as(SHIJIAZHUANG_HEALTH).get("/grants").jsonPath().getString("items[0].id");
    }

    private static void need() {
        done(post(
                SHIJIAZHUANG_AUTHORITY, "/backflow/needs", "{\"city\":\"130100\",\"dataset\":\"hebei-communities\"}"));
        done(post(
                CIVIL_AFFAIRS,
                "/events",
                "{\"dataset\":\"hebei-communities\",\"changes\":[{\"key\":\"%s\",\"region\":\"130102\",\"payload\":{\"name\":\"x\"}}]}"
                        .formatted(RECORD)));
    }

    private static String raise() {
        return id(post(
                SHIJIAZHUANG_AUTHORITY,
                "/verifications",
                "{\"dataset\":\"hebei-communities\",\"records\":[\"%s\"],\"doubt\":\"名称有误\"}".formatted(RECORD)));
    }

    private static String endpoint() {
        return id(post(
                SHIJIAZHUANG_AUTHORITY,
                "/backflow/endpoints",
                "{\"city\":\"130100\",\"url\":\"http://127.0.0.1:1/in\",\"secret\":\"%s\"}".formatted(SECRET)));
    }

    /** Given by hand: nothing is late when the application has just started. */
    private static String notice() {
        String id = UUID.randomUUID().toString();
        String url = ConfigProvider.getConfig().getValue("govshare.test.owner-url", String.class);
        try (Connection owner = DriverManager.getConnection(url);
                Statement statement = owner.createStatement()) {
            statement.execute("""
                    insert into govshare.notice (id, agency, kind, pack, article, act, zh, en, given_at)
                    values ('%s', '%s', 'reminder', 'hebei-2022', '28', '', '督办', 'a reminder', now())
                    """.formatted(id, SHIJIAZHUANG_HEALTH));
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void act(String path, String agency, String action, String fields) {
        done(post(agency, path + "/actions", "{\"action\":\"%s\",\"fields\":%s}".formatted(action, fields)));
    }

    private static Response post(String agency, String path, String body) {
        var request = as(agency).contentType(ContentType.JSON).body(body);
        if (path.equals("/events")) {
            request.header("ce-specversion", "1.0")
                    .header("ce-id", UUID.randomUUID().toString())
                    .header("ce-source", "//world")
                    .header("ce-type", "org.govshare.records.changed.v1");
        } else {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return request.post(path);
    }

    private static io.restassured.specification.RequestSpecification as(String agency) {
        return given().header(
                        "Authorization", TestTokens.agency(agency, "clerk").bearer());
    }

    private static String id(Response response) {
        return done(response).jsonPath().getString("id");
    }

    private static Response done(Response response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.statusCode() + " " + response.asString());
        }
        return response;
    }
}
