package org.govshare.standalone.entrance;

import static org.govshare.standalone.entrance.World.CIVIL_AFFAIRS;
import static org.govshare.standalone.entrance.World.PROVINCE_AUTHORITY;
import static org.govshare.standalone.entrance.World.PROVINCE_POLICE;
import static org.govshare.standalone.entrance.World.SHIJIAZHUANG_AUTHORITY;
import static org.govshare.standalone.entrance.World.SHIJIAZHUANG_HEALTH;
import static org.govshare.standalone.entrance.World.SHIJIAZHUANG_MARKET;
import static org.govshare.standalone.entrance.World.TANGSHAN_AUTHORITY;
import static org.govshare.standalone.entrance.World.TANGSHAN_POLICE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may do what: a row for every entrance that asks for a token, and the ways that ask for none. */
final class Matrix {
    private static final String ACTION = "{\"action\":\"%s\",\"fields\":{}}";
    private static final String REQUEST = "{\"dataset\":\"hebei-standard-addresses\",\"scenario\":\"流调\"}";
    private static final String DOUBT =
            "{\"dataset\":\"hebei-communities\",\"records\":[\"130102001001\"],\"doubt\":\"名称有误\"}";
    private static final String NEED = "{\"city\":\"130100\",\"dataset\":\"hebei-communities\"}";
    private static final String ENDPOINT =
            "{\"city\":\"130100\",\"url\":\"http://127.0.0.1:1/in\",\"secret\":\"{secret}\"}";
    private static final String NOTICE = "{\"notice\":\"notice\\t2027\\naddress\\thttps://example.invalid/2027\\n"
            + "2027-01-01\\toff\\t元旦\\n2027-01-02\\toff\\t元旦\\n2027-01-03\\toff\\t元旦\\n\"}";
    private static final String RECORDS =
            "{\"dataset\":\"hebei-communities\",\"changes\":[{\"key\":\"130102001002\",\"region\":\"130102\",\"payload\":{\"name\":\"{key}\"}}]}";

    /** Paths beside REST, and what each answers to whoever asks, with or without a token. */
    static final Map<String, Integer> OPEN = Map.ofEntries(
            Map.entry("/q/health", 200),
            Map.entry("/q/health-ui", 200),
            Map.entry("/q/health/group", 200),
            Map.entry("/q/health/group/", 200),
            Map.entry("/q/health/live", 200),
            Map.entry("/q/health/ready", 200),
            Map.entry("/q/health/started", 200),
            Map.entry("/q/health/well", 200),
            Map.entry("/q/metrics", 200),
            Map.entry("/q/metrics/", 200),
            Map.entry("/q/openapi", 200),
            Map.entry("/q/openapi.json", 200),
            Map.entry("/q/openapi.yaml", 200),
            Map.entry("/q/openapi.yml", 200),
            Map.entry("/q/swagger-ui", 200));

    private Matrix() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>(commands());
        rows.addAll(restCommands());
        rows.addAll(readings());
        rows.addAll(OrganMatrix.rows());
        return rows;
    }

    /** Every command that is posted to {@code /events}, or comes through the broker. */
    static List<Row> commands() {
        List<Row> rows = new ArrayList<>(agencyCommands());
        rows.addAll(OrganMatrix.commands());
        return rows;
    }

    /**
     * Anybody's agency may ask for data; the agency's region and relation decide what becomes of it. A holiday notice is
     * loaded by an operator of an authority or a government, of no other agency.
     */
    private static List<Row> agencyCommands() {
        return List.of(
                Row.event("org.govshare.request.submitted.v1", REQUEST)
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 201)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 201)
                        .ofAnother(TANGSHAN_AUTHORITY, 201)
                        .inTheRole("auditor", 403)
                        .unregistered(403),
                Row.event(
                                "org.govshare.request.acted.v1",
                                "{\"request\":\"{new-request}\",\"action\":\"forward-up\",\"fields\":{}}")
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("auditor", 403),
                Row.event("org.govshare.verification.raised.v1", DOUBT)
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 201)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 422)
                        .ofAnother(TANGSHAN_AUTHORITY, 422)
                        .inTheRole("person", 403),
                Row.event(
                                "org.govshare.verification.acted.v1",
                                "{\"verification\":\"{new-verification}\",\"action\":\"forward\",\"fields\":{}}")
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("auditor", 403),
                Row.event("org.govshare.backflow.needed.v1", NEED)
                        .right(SHIJIAZHUANG_AUTHORITY, "platform", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 403)
                        .inTheRole("auditor", 403),
                Row.event("org.govshare.endpoint.registered.v1", ENDPOINT)
                        .right(SHIJIAZHUANG_AUTHORITY, "platform", 202)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 403)
                        .inTheRole("auditor", 403),
                Row.event("org.govshare.records.changed.v1", RECORDS)
                        .right(CIVIL_AFFAIRS, "platform", 200)
                        .ofTheRegion(PROVINCE_POLICE, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 403)
                        .inTheRole("auditor", 403),
                Row.event("org.govshare.calendar.noticed.v1", NOTICE)
                        .right(PROVINCE_AUTHORITY, "operator", 201)
                        .ofTheRegion(PROVINCE_POLICE, 403)
                        .ofAnother(TANGSHAN_POLICE, 403)
                        .inTheRole("clerk", 403));
    }

    private static List<Row> restCommands() {
        return List.of(
                Row.post("/requests", "/requests", REQUEST)
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 201)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 201)
                        .ofAnother(TANGSHAN_AUTHORITY, 201)
                        .inTheRole("auditor", 403)
                        .unregistered(403),
                Row.post("/requests/{id}/actions", "/requests/{new-request}/actions", ACTION.formatted("forward-up"))
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("auditor", 403),
                Row.post("/verifications", "/verifications", DOUBT)
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 201)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 422)
                        .ofAnother(TANGSHAN_AUTHORITY, 422)
                        .inTheRole("auditor", 403),
                Row.post(
                                "/verifications/{id}/actions",
                                "/verifications/{new-verification}/actions",
                                ACTION.formatted("forward"))
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("auditor", 403),
                Row.post("/backflow/needs", "/backflow/needs", NEED)
                        .right(SHIJIAZHUANG_AUTHORITY, "platform", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 403)
                        .inTheRole("auditor", 403),
                Row.post("/backflow/endpoints", "/backflow/endpoints", ENDPOINT)
                        .right(SHIJIAZHUANG_AUTHORITY, "platform", 202)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 403)
                        .inTheRole("auditor", 403),
                Row.post("/calendar/notices", "/calendar/notices", NOTICE)
                        .right(PROVINCE_AUTHORITY, "operator", 200)
                        .ofTheRegion(PROVINCE_POLICE, 403)
                        .ofAnother(TANGSHAN_POLICE, 403)
                        .inTheRole("clerk", 403));
    }

    /** Sight of what its agency has no part in is for an overseer alone: of the trail, the authority of the region, say. */
    private static List<Row> readings() {
        return List.of(
                Row.get("/requests", "/requests?limit=200")
                        .shows("request")
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 200, 200)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("person", 200),
                Row.get("/requests/{id}", "/requests/{request}")
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 404, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("person", 404),
                Row.get("/requests/{id}/form", "/requests/{request}/form")
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 404, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("person", 404),
                Row.get("/verifications", "/verifications?limit=200")
                        .shows("verification")
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 200, 200)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("person", 200),
                Row.get("/verifications/{id}", "/verifications/{verification}")
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 404, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("person", 404),
                Row.get("/grants", "/grants")
                        .shows("grant")
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 403, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("auditor", 403),
                Row.get("/grants/{id}", "/grants/{grant}")
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 403, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("auditor", 403),
                Row.get("/grants/{id}/records", "/grants/{grant}/records")
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 403, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("auditor", 403),
                Row.get("/backflow/streams", "/backflow/streams")
                        .shows("need")
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 200, 200)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("person", 200),
                Row.get("/backflow/streams/{city}/{dataset}", "/backflow/streams/130100/{need}")
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 404, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("person", 404),
                Row.get("/backflow/rows-without-city", "/backflow/rows-without-city")
                        .shows("need")
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 200, 200)
                        .ofAnother(TANGSHAN_POLICE, 200)
                        .inTheRole("person", 200),
                Row.get("/backflow/endpoints", "/backflow/endpoints")
                        .shows("endpoint")
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 200, 200)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("person", 200),
                Row.get("/backflow/endpoints/{id}", "/backflow/endpoints/{endpoint}")
                        .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 404, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("person", 404),
                Row.get("/audit/entries", "/audit/entries?limit=5000")
                        .shows("request")
                        .right(PROVINCE_AUTHORITY, "auditor", 200)
                        .ofTheRegion(CIVIL_AFFAIRS, 200)
                        .onlookedBy(CIVIL_AFFAIRS, 200, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("clerk", 403)
                        .unregistered(200),
                everybody("/datasets", "/datasets"),
                everybody("/datasets/{id}", "/datasets/hebei-communities"),
                everybody("/law/packs", "/law/packs"),
                everybody("/law/packs/{id}", "/law/packs/hebei-2022"),
                everybody("/law/ruling", "/law/ruling?kind=share-request&shareClass=CONDITIONAL&region=130100"),
                everybody("/calendar", "/calendar"));
    }

    /** What any valid token reads: the catalogue, the law and the calendar are nobody's secret between agencies. */
    private static Row everybody(String template, String path) {
        return Row.get(template, path)
                .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                .onlookedBy(SHIJIAZHUANG_MARKET, 200, 200)
                .ofAnother(TANGSHAN_AUTHORITY, 200)
                .inTheRole("auditor", 200);
    }
}
