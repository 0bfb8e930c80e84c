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
    private static final String RECORD = "130102001001";

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
                ofOneGrant("/grants/{id}/records", "/grants/{grant}/records"));
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
