package org.govshare.verification;

import static org.govshare.testkit.entrance.Agencies.CIVIL_AFFAIRS;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_AUTHORITY;
import static org.govshare.testkit.entrance.Agencies.SHIJIAZHUANG_MARKET;
import static org.govshare.testkit.entrance.Agencies.TANGSHAN_AUTHORITY;

import java.util.List;
import java.util.Map;
import org.govshare.testkit.entrance.EntrancePart;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;

/** Who holds the data may doubt it; its authority forwards the doubt. */
public final class VerificationEntrances implements EntrancePart {
    private static final String RAISED = "org.govshare.verification.raised.v1";
    private static final String ACTED = "org.govshare.verification.acted.v1";
    private static final String VERIFICATIONS = "/verifications";
    private static final String ACTIONS = "/verifications/{id}/actions";

    private static final String DOUBT =
            "{\"dataset\":\"hebei-communities\",\"records\":[\"{record}\"],\"doubt\":\"名称有误\"}";
    private static final String CLARIFIED =
            "{\"action\":\"report-result\",\"fields\":{\"outcome\":\"clarified\",\"result\":\"已核查\"}}";
    private static final String REPAIR =
            "{\"verification\":\"{new-doubted}\",\"action\":\"report-result\",\"fields\":{\"outcome\":\"repaired\",\"result\":\"已核查\"},"
                    + "\"changes\":[{\"key\":\"130102001001\",\"region\":\"130102\",\"payload\":{\"name\":\"x\",\"n\":1.5}},"
                    + "{\"key\":\"130102001009\",\"deleted\":true}]}";

    @Override
    public String module() {
        return "functions/verification-routing";
    }

    @Override
    public List<Row> rows() {
        return List.of(
                raising(Row.event(RAISED, DOUBT)).inTheRole("person", 403),
                acting(Row.event(
                        ACTED, "{\"verification\":\"{new-verification}\",\"action\":\"forward\",\"fields\":{}}")),
                raising(Row.post(VERIFICATIONS, VERIFICATIONS, DOUBT)).inTheRole("auditor", 403),
                acting(Row.post(
                        ACTIONS,
                        "/verifications/{new-verification}/actions",
                        "{\"action\":\"forward\",\"fields\":{}}")),
                Row.get(VERIFICATIONS, "/verifications?limit=200")
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
                        .inTheRole("person", 404));
    }

    @Override
    public List<Row> fullRows() {
        return List.of(
                Row.event(ACTED, REPAIR).right(CIVIL_AFFAIRS, "clerk", 200),
                Row.post(ACTIONS, "/verifications/{new-doubted}/actions", CLARIFIED)
                        .right(CIVIL_AFFAIRS, "clerk", 200));
    }

    @Override
    public void prepare(Preparation things) {
        things.once("verification", () -> VerificationCases.raised(things));
        things.forEachUse("new-verification", () -> VerificationCases.raised(things));
        things.forEachUse("new-doubted", () -> VerificationCases.doubted(things));
    }

    @Override
    public Map<String, String> typesByPath() {
        return Map.of(VERIFICATIONS, RAISED);
    }

    private static Row raising(Row row) {
        return row.right(SHIJIAZHUANG_AUTHORITY, "clerk", 201)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 422)
                .ofAnother(TANGSHAN_AUTHORITY, 422);
    }

    private static Row acting(Row row) {
        return row.right(SHIJIAZHUANG_AUTHORITY, "clerk", 200)
                .ofTheRegion(SHIJIAZHUANG_MARKET, 404)
                .ofAnother(TANGSHAN_AUTHORITY, 404)
                .inTheRole("auditor", 403);
    }
}
