package org.govshare.standalone.entrance;

import static org.govshare.standalone.entrance.World.CIVIL_AFFAIRS;
import static org.govshare.standalone.entrance.World.PROVINCE_POLICE;
import static org.govshare.standalone.entrance.World.SHIJIAZHUANG_AUTHORITY;
import static org.govshare.standalone.entrance.World.SHIJIAZHUANG_HEALTH;

import java.util.List;

/** Right commands with every member that their stories use, where the matrix's own say only what they must. */
final class Stories {
    private static final String REFUSAL =
            "{\"request\":\"{new-asked}\",\"action\":\"refuse\",\"fields\":{\"instrument\":\"居民身份证法\",\"article\":\"第十九条\",\"reason\":\"涉及个人信息\"}}";
    private static final String CONSENT =
            "{\"action\":\"consent\",\"fields\":{\"scope\":\"全市\",\"purpose\":\"流调\",\"items\":[\"code\",\"name\"]}}";
    private static final String EXTENSION =
            "{\"action\":\"ask-extension\",\"fields\":{\"clock\":\"verify\",\"grounds\":\"涉及多部门核实\",\"amount\":\"5\"}}";
    private static final String REPAIR =
            "{\"verification\":\"{new-doubted}\",\"action\":\"report-result\",\"fields\":{\"outcome\":\"repaired\",\"result\":\"已核查\"},"
                    + "\"changes\":[{\"key\":\"130102001001\",\"region\":\"130102\",\"payload\":{\"name\":\"x\",\"n\":1.5}},"
                    + "{\"key\":\"130102001009\",\"deleted\":true}]}";
    private static final String RECORDS =
            "{\"dataset\":\"hebei-communities\",\"changes\":[{\"key\":\"130102001003\",\"region\":\"130102\","
                    + "\"payload\":{\"name\":\"x\",\"count\":12345678901234567890.5,\"tags\":[\"a\",{\"b\":null}]},\"deleted\":false},"
                    + "{\"key\":\"130102001004\",\"deleted\":true}]}";

    private Stories() {}

    static List<Row> rows() {
        return List.of(
                Row.event(
                                "org.govshare.request.submitted.v1",
                                "{\"dataset\":\"hebei-communities\",\"kind\":\"share-request\",\"scenario\":\"流调\",\"purpose\":\"防疫\",\"scope\":\"全市\",\"items\":[\"code\",\"name\"]}")
                        .right(SHIJIAZHUANG_HEALTH, "clerk", 201),
                Row.event("org.govshare.request.acted.v1", REFUSAL).right(PROVINCE_POLICE, "clerk", 200),
                Row.post("/requests/{id}/actions", "/requests/{new-asked}/actions", CONSENT)
                        .right(PROVINCE_POLICE, "clerk", 200),
                Row.event("org.govshare.verification.acted.v1", REPAIR).right(CIVIL_AFFAIRS, "clerk", 200),
                Row.post("/verifications/{id}/actions", "/verifications/{new-doubted}/actions", EXTENSION)
                        .right(CIVIL_AFFAIRS, "clerk", 200),
                Row.event("org.govshare.records.changed.v1", RECORDS).right(CIVIL_AFFAIRS, "platform", 200),
                Row.event(
                                "org.govshare.backflow.needed.v1",
                                "{\"city\":\"130100\",\"dataset\":\"hebei-communities\",\"fields\":[\"code\",\"name\"]}")
                        .right(SHIJIAZHUANG_AUTHORITY, "platform", 200));
    }
}
