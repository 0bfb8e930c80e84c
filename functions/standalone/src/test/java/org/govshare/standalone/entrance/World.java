package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.TestTokens;

/** A request, a grant, a doubt, a need, an endpoint and a notice for the callers of the matrix to come at; made over HTTP. */
final class World {
    static final String SHIJIAZHUANG_HEALTH = "Y1130100FAKE01032F";
    static final String SHIJIAZHUANG_AUTHORITY = "Y1130100FAKE000214";
    static final String SHIJIAZHUANG_MARKET = "Y1130100FAKE010597";
    static final String TANGSHAN_AUTHORITY = "Y1130200FAKE000219";
    static final String PROVINCE_AUTHORITY = "Y1130000FAKE00021Y";
    static final String CIVIL_AFFAIRS = "Y1130000FAKE01024F";
    static final String SHENYANG = "Y1210100FAKE00013P";
    static final String SHENYANG_POLICE = "Y1210100FAKE010168";
    static final String SHENYANG_HOUSING = "Y1210100FAKE01112H";
    /** Well formed, and in no registry. */
    static final String NOBODY = "Y1130100FAKE99999X";

    static final String RECORD = "130102001001";

    private static final Pattern THING = Pattern.compile("\\{([a-z-]+)}");
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    private final Map<String, String> things = new TreeMap<>();
    private final Map<String, Supplier<String>> makers = new TreeMap<>();

    private final LawTimeShift time;

    World(String ownerUrl) {
        time = new LawTimeShift(ownerUrl);
        makers.put("new-late", this::late);
        makers.put("new-order", () -> order(late()));
        makers.put("new-order-overdue", this::orderOverdue);
        makers.put("new-bar", this::bar);
        things.put("late", late());
        things.put("order", order(things.get("late")));
        things.put("circular", circular());
        things.put("bar", bar());
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

    /** A request that the Shenyang police should have answered by 29 September 2025; now it is 21 October. */
    private String late() {
        time.to(Instant.parse("2025-09-17T01:00:00Z"));
        String id = id(
                post(
                        SHENYANG_HOUSING,
                        "/requests",
                        "{\"dataset\":\"shenyang-household-register\",\"scope\":\"本市\",\"purpose\":\"租赁核验\",\"items\":[\"person_name\"]}"));
        time.to(Instant.parse("2025-09-18T01:00:00Z"));
        act("/requests/" + id, SHENYANG_POLICE, "receive-form", "{}");
        time.to(Instant.parse("2025-10-21T01:00:00Z"));
        return id;
    }

    private static String order(String late) {
        return byTheGovernment(
                "/corrections", late, "reply", "{\"grounds\":\"not-shared\",\"correct\":\"答复\",\"by\":\"2025-10-28\"}");
    }

    /** Ordered by a date that has passed. */
    private String orderOverdue() {
        String late = late();
        time.to(Instant.parse("2025-10-10T01:00:00Z"));
        String order = byTheGovernment(
                "/corrections", late, "reply", "{\"grounds\":\"not-shared\",\"correct\":\"答复\",\"by\":\"2025-10-20\"}");
        time.to(Instant.parse("2025-10-21T01:00:00Z"));
        return order;
    }

    private String circular() {
        return byTheGovernment("/circulars", late(), "reply", "{\"grounds\":\"not-shared\",\"text\":\"通报\"}");
    }

    private String bar() {
        return byTheGovernment("/bars", orderOverdue(), "correct", "{\"grounds\":\"refusal\",\"finding\":\"期满未整改\"}");
    }

    private static String byTheGovernment(String collection, String caseId, String clock, String fields) {
        return id(post(
                SHENYANG,
                collection,
                "{\"case\":\"%s\",\"clock\":\"%s\",\"fields\":%s}".formatted(caseId, clock, fields)));
    }

    /** The police have been told of the order. */
    private static String notice() {
        return as(SHENYANG_POLICE).get("/notices?kind=order").jsonPath().getString("items[0].id");
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
