package org.govshare.request;

import static org.govshare.testkit.entrance.Agencies.PROVINCE_POLICE;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_HEALTH;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_MARKET;
import static org.govshare.testkit.entrance.Agencies.TANGSHAN_AUTHORITY;

import java.util.List;
import java.util.Map;
import org.govshare.testkit.entrance.EntrancePart;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;
import org.govshare.testkit.http.ShareForm;

/** Any agency may ask for data; the agency's region and relation decide what becomes of it. */
public final class RequestEntrances implements EntrancePart {
    private static final String SUBMITTED = "org.govshare.request.submitted.v1";
    private static final String ACTED = "org.govshare.request.acted.v1";
    private static final String REQUESTS = "/requests";
    private static final String ACTIONS = "/requests/{id}/actions";

    private static final String REQUEST = ShareForm.json("hebei-standard-addresses", Map.of("scenario", "流调"));
    private static final String FULL_REQUEST = ShareForm.json(
            "hebei-communities",
            Map.of(
                    "kind", "share-request",
                    "scenario", "流调",
                    "purpose", "防疫",
                    "scope", "全市",
                    "items", List.of("code", "name")));
    private static final String REFUSAL =
            "{\"request\":\"{new-asked}\",\"action\":\"refuse\",\"fields\":{\"instrument\":\"居民身份证法\",\"article\":\"第十九条\",\"reason\":\"涉及个人信息\"}}";
    private static final String CONSENT =
            "{\"action\":\"consent\",\"fields\":{\"scope\":\"全市\",\"purpose\":\"流调\",\"items\":[\"code\",\"name\"]}}";

    @Override
    public String module() {
        return "functions/request-intake";
    }

    @Override
    public List<Row> rows() {
        return List.of(
                submitting(Row.event(SUBMITTED, REQUEST)),
                acting(Row.event(ACTED, "{\"request\":\"{new-request}\",\"action\":\"forward-up\",\"fields\":{}}")),
                submitting(Row.post(REQUESTS, REQUESTS, REQUEST)),
                acting(Row.post(
                        ACTIONS, "/requests/{new-request}/actions", "{\"action\":\"forward-up\",\"fields\":{}}")),
                Row.get(REQUESTS, "/requests?limit=200")
                        .shows("request")
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 200, 200)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("person", 200),
                one("/requests/{id}", "/requests/{request}"),
                one("/requests/{id}/form", "/requests/{request}/form"));
    }

    @Override
    public List<Row> fullRows() {
        return List.of(
                Row.event(SUBMITTED, FULL_REQUEST).right(SHIJIAZHUANG_HEALTH, "leader", 201),
                Row.event(ACTED, REFUSAL).right(PROVINCE_POLICE, "leader", 200),
                Row.post(ACTIONS, "/requests/{new-asked}/actions", CONSENT).right(PROVINCE_POLICE, "leader", 200));
    }

    @Override
    public void prepare(Preparation things) {
        things.once("request", () -> RequestCases.submitted(things));
        things.once("late", () -> RequestCases.late(things));
        things.forEachUse("new-request", () -> RequestCases.submitted(things));
        things.forEachUse("new-asked", () -> RequestCases.asked(things));
        things.forEachUse("new-late", () -> RequestCases.late(things));
    }

    @Override
    public Map<String, String> typesByPath() {
        return Map.of(REQUESTS, SUBMITTED);
    }

    private static Row submitting(Row row) {
        return row.right(SHIJIAZHUANG_HEALTH, "leader", 201)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 201)
                .ofAnother(TANGSHAN_AUTHORITY, 201)
                .inTheRole("auditor", 403)
                .unregistered(403);
    }

    private static Row acting(Row row) {
        return row.right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                .ofAnother(TANGSHAN_AUTHORITY, 404)
                .inTheRole("auditor", 403);
    }

    private static Row one(String template, String path) {
        return Row.get(template, path)
                .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                .onlookedBy(SHIJIAZHUANG_MARKET, 404, 404)
                .ofAnother(TANGSHAN_AUTHORITY, 404)
                .inTheRole("person", 404);
    }
}
