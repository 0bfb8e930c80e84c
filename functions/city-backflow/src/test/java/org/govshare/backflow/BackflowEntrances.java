package org.govshare.backflow;

import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_MARKET;
import static org.govshare.testkit.entrance.Agencies.TANGSHAN_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.TANGSHAN_POLICE;

import java.util.List;
import java.util.Map;
import org.govshare.testkit.entrance.EntrancePart;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;

/** A city's authority states needs and registers endpoints of its city; others see neither. */
public final class BackflowEntrances implements EntrancePart {
    private static final String NEEDED = "org.govshare.backflow.needed.v1";
    private static final String REGISTERED = "org.govshare.endpoint.registered.v1";
    private static final String NEEDS = "/backflow/needs";
    private static final String ENDPOINTS = "/backflow/endpoints";

    private static final String DATASET = "hebei-communities";
    private static final String NEED = "{\"city\":\"130100\",\"dataset\":\"hebei-communities\"}";
    private static final String ENDPOINT =
            "{\"city\":\"130100\",\"url\":\"http://127.0.0.1:1/in\",\"secret\":\"{webhook-secret}\"}";
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Override
    public String module() {
        return "functions/city-backflow";
    }

    @Override
    public List<Row> rows() {
        return List.of(
                ofTheCity(Row.event(NEEDED, NEED), 200),
                ofTheCity(Row.event(REGISTERED, ENDPOINT), 202),
                ofTheCity(Row.post(NEEDS, NEEDS, NEED), 200),
                ofTheCity(Row.post(ENDPOINTS, ENDPOINTS, ENDPOINT), 202),
                list("/backflow/streams").shows("need").ofAnother(TANGSHAN_AUTHORITY, 200),
                list("/backflow/rows-without-city").shows("need").ofAnother(TANGSHAN_POLICE, 200),
                list(ENDPOINTS).shows("endpoint").ofAnother(TANGSHAN_AUTHORITY, 200),
                one("/backflow/streams/{city}/{dataset}", "/backflow/streams/130100/{need}"),
                one("/backflow/endpoints/{id}", "/backflow/endpoints/{endpoint}"));
    }

    @Override
    public List<Row> fullRows() {
        return List.of(Row.event(
                        NEEDED,
                        "{\"city\":\"130100\",\"dataset\":\"hebei-communities\",\"fields\":[\"code\",\"name\"]}")
                .right(SHIJIAZHUANG_AUTHORITY, "platform", 200));
    }

    /** A test that wants to receive deliveries gives {@code webhook-url} and {@code webhook-secret}; else nobody answers. */
    @Override
    public void prepare(Preparation things) {
        things.once("webhook-url", () -> "http://127.0.0.1:1/in");
        things.once("webhook-secret", () -> SECRET);
        things.once("need", () -> {
            things.door().send(SHIJIAZHUANG_AUTHORITY, NEEDS, NEED);
            things.thing("record");
            return DATASET;
        });
        things.once(
                "endpoint",
                () -> things.door()
                        .send(
                                SHIJIAZHUANG_AUTHORITY,
                                ENDPOINTS,
                                "{\"city\":\"130100\",\"url\":\"%s\",\"secret\":\"%s\"}"
                                        .formatted(things.thing("webhook-url"), things.thing("webhook-secret"))));
    }

    @Override
    public Map<String, String> typesByPath() {
        return Map.of(NEEDS, NEEDED, ENDPOINTS, REGISTERED);
    }

    private static Row ofTheCity(Row row, int done) {
        return row.right(SHIJIAZHUANG_AUTHORITY, "platform", done)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 403)
                .ofAnother(TANGSHAN_AUTHORITY, 403)
                .inTheRole("auditor", 403);
    }

    private static Row list(String path) {
        return Row.get(path, path)
                .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                .onlookedBy(SHIJIAZHUANG_MARKET, 200, 200)
                .inTheRole("person", 200);
    }

    private static Row one(String template, String path) {
        return Row.get(template, path)
                .right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                .onlookedBy(SHIJIAZHUANG_MARKET, 404, 404)
                .ofAnother(TANGSHAN_AUTHORITY, 404)
                .inTheRole("person", 404);
    }
}
