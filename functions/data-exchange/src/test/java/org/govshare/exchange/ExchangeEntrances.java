package org.govshare.exchange;

import static org.govshare.testkit.entrance.Agencies.CIVIL_AFFAIRS;
import static org.govshare.testkit.entrance.Agencies.PROVINCE_AUTHORITY;
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

/** The provider changes its records; the grantee reads them under its grant. */
public final class ExchangeEntrances implements EntrancePart {
    private static final String CHANGED = "org.govshare.records.changed.v1";
    private static final String OPENED = "org.govshare.grant-act.opened.v1";
    private static final String ACTED = "org.govshare.grant-act.acted.v1";
    private static final String GRANT_ACTS = "/grant-acts";
    private static final String RECORD = "130102001001";

    private static final String SUSPENSION = "{\"grant\":\"{new-grant}\",\"kind\":\"suspension\",\"fields\":"
            + "{\"misuse\":\"third-party\",\"finding\":\"转让给企业\",\"until\":\"2026-12-31\"}}";
    private static final String END = "\"action\":\"end-sharing\",\"fields\":{\"reason\":\"拒不整改\"}}";

    private static final String RECORDS =
            "{\"dataset\":\"hebei-communities\",\"changes\":[{\"key\":\"130102001002\",\"region\":\"130102\",\"payload\":{\"name\":\"{key}\"}}]}";
    private static final String FULL =
            "{\"dataset\":\"hebei-communities\",\"changes\":[{\"key\":\"130102001003\",\"region\":\"130102\","
                    + "\"payload\":{\"name\":\"x\",\"count\":12345678901234567890.5,\"tags\":[\"a\",{\"b\":null}]},\"deleted\":false},"
                    + "{\"key\":\"130102001004\",\"deleted\":true}]}";
    /** Of a city's district and of Xiong'an, which is no city's. */
    private static final String FIRST =
            "{\"dataset\":\"hebei-communities\",\"changes\":[{\"key\":\"%s\",\"region\":\"130102\",\"payload\":{\"name\":\"x\"}},"
                    + "{\"key\":\"xiongan\",\"region\":\"133100\",\"payload\":{\"name\":\"x\"}}]}";

    @Override
    public String module() {
        return "functions/data-exchange";
    }

    @Override
    public List<Row> rows() {
        return List.of(
                Row.event(CHANGED, RECORDS)
                        .right(CIVIL_AFFAIRS, "platform", 200)
                        .ofTheRegion(PROVINCE_POLICE, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 403)
                        .inTheRole("auditor", 403),
                Row.get("/grants", "/grants")
                        .shows("grant")
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                        .ofTheRegion(SHIJIAZHUANG_MARKET, 200)
                        .onlookedBy(SHIJIAZHUANG_MARKET, 403, 403)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("auditor", 403),
                ofOneGrant("/grants/{id}", "/grants/{grant}"),
                ofOneGrant("/grants/{id}/records", "/grants/{grant}/records"),
                onGrant(Row.event(OPENED, SUSPENSION), 201),
                onGrant(Row.post(GRANT_ACTS, GRANT_ACTS, SUSPENSION), 201),
                onGrant(Row.event(ACTED, "{\"act\":\"{new-grant-act}\"," + END), 200),
                onGrant(Row.post("/grant-acts/{id}/actions", "/grant-acts/{new-grant-act}/actions", "{" + END), 200),
                Row.get(GRANT_ACTS, "/grant-acts?limit=200")
                        .shows("grant-act")
                        .right(CIVIL_AFFAIRS, "clerk", 200)
                        .ofTheRegion(PROVINCE_POLICE, 200)
                        .onlookedBy(PROVINCE_POLICE, 200, 200)
                        .ofAnother(TANGSHAN_AUTHORITY, 200)
                        .inTheRole("person", 200),
                Row.get("/grant-acts/{id}", "/grant-acts/{grant-act}")
                        .right(CIVIL_AFFAIRS, "clerk", 200)
                        .ofTheRegion(PROVINCE_POLICE, 404)
                        .onlookedBy(PROVINCE_POLICE, 404, 404)
                        .ofAnother(TANGSHAN_AUTHORITY, 404)
                        .inTheRole("person", 404));
    }

    private static Row onGrant(Row row, int status) {
        return row.right(CIVIL_AFFAIRS, "clerk", status)
                .ofTheRegion(PROVINCE_POLICE, 404)
                .ofAnother(TANGSHAN_AUTHORITY, 404)
                .inTheRole("auditor", 403);
    }

    private static Row ofOneGrant(String template, String path) {
        return Row.get(template, path)
                .right(SHIJIAZHUANG_HEALTH, "clerk", 200)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                .onlookedBy(SHIJIAZHUANG_MARKET, 403, 403)
                .ofAnother(TANGSHAN_AUTHORITY, 404)
                .inTheRole("auditor", 403);
    }

    @Override
    public List<Row> fullRows() {
        return List.of(Row.event(CHANGED, FULL).right(CIVIL_AFFAIRS, "platform", 200));
    }

    @Override
    public void prepare(Preparation things) {
        things.once("record", () -> {
            things.door().event(CIVIL_AFFAIRS, CHANGED, FIRST.formatted(RECORD));
            return RECORD;
        });
        things.once("grant", () -> grant(things));
        things.once("grant-act", () -> suspended(things));
        things.forEachUse("new-grant", () -> grant(things));
        things.forEachUse("new-grant-act", () -> suspended(things));
    }

    @Override
    public Map<String, String> typesByPath() {
        return Map.of(GRANT_ACTS, OPENED);
    }

    private static String suspended(Preparation things) {
        String body = SUSPENSION.replace("{new-grant}", grant(things));
        return things.door().send(CIVIL_AFFAIRS, GRANT_ACTS, body);
    }

    /** Unconditional: delivered by the requester's authority, without anybody's consent (Hebei art. 15 para. 2). */
    private static String grant(Preparation things) {
        String request = things.door()
                .send(SHIJIAZHUANG_HEALTH, "/requests", ShareForm.json("hebei-communities", Map.of("scenario", "流调")));
        things.act("/requests/" + request, SHIJIAZHUANG_AUTHORITY, "forward-up", "{}");
        things.act("/requests/" + request, PROVINCE_AUTHORITY, "deliver", "{}");
        return things.found("select id from govshare.data_grant where case_id = cast(? as uuid)", request);
    }
}
