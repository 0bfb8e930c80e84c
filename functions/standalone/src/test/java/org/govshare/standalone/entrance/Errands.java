package org.govshare.standalone.entrance;

import static org.govshare.standalone.entrance.World.CIVIL_AFFAIRS;
import static org.govshare.standalone.entrance.World.PROVINCE_AUTHORITY;
import static org.govshare.standalone.entrance.World.SHENYANG;
import static org.govshare.standalone.entrance.World.SHENYANG_HOUSING;
import static org.govshare.standalone.entrance.World.SHENYANG_POLICE;
import static org.govshare.standalone.entrance.World.SHIJIAZHUANG_AUTHORITY;
import static org.govshare.standalone.entrance.World.SHIJIAZHUANG_HEALTH;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.govshare.testkit.LawTimeShift;

/** The commands, one after another, that bring a thing of the {@link World} about; each gives the thing's id. */
final class Errands {
    private final String ownerUrl;
    private final LawTimeShift time;
    private final Door door;

    Errands(String ownerUrl, Door door) {
        this.ownerUrl = ownerUrl;
        this.time = new LawTimeShift(ownerUrl);
        this.door = door;
    }

    String submit() {
        return door.send(
                SHIJIAZHUANG_HEALTH, "/requests", "{\"dataset\":\"hebei-standard-addresses\",\"scenario\":\"流调\"}");
    }

    /** A request that has come to the provider. */
    String asked() {
        String request = submit();
        act("/requests/" + request, SHIJIAZHUANG_AUTHORITY, "forward-up", "{}");
        act("/requests/" + request, PROVINCE_AUTHORITY, "forward", "{}");
        return request;
    }

    /** Unconditional: delivered by the requester's authority, without anybody's consent (Hebei art. 15 para. 2). */
    String grant() {
        String request =
                door.send(SHIJIAZHUANG_HEALTH, "/requests", "{\"dataset\":\"hebei-communities\",\"scenario\":\"流调\"}");
        act("/requests/" + request, SHIJIAZHUANG_AUTHORITY, "forward-up", "{}");
        act("/requests/" + request, PROVINCE_AUTHORITY, "deliver", "{}");
        return found("select id from govshare.data_grant where case_id = cast(? as uuid)", request);
    }

    /** Withheld data, negotiated and filed with the authority; then misused, and reported to it (Hunan ch. 3). */
    void filedAndReported() {
        String request = door.send(
                World.HUNAN_CIVIL_AFFAIRS,
                "/requests",
                "{\"dataset\":\"hunan-hiv-case-reports\",\"name\":\"病例信息\",\"purpose\":\"救助\"}");
        act("/requests/" + request, World.HUNAN_HEALTH, "consent", "{\"scope\":\"是否确诊\",\"purpose\":\"救助\"}");
        act("/requests/" + request, World.HUNAN_HEALTH, "suspend-supply", "{\"misuse\":\"转让第三方\"}");
    }

    void need() {
        door.send(SHIJIAZHUANG_AUTHORITY, "/backflow/needs", "{\"city\":\"130100\",\"dataset\":\"hebei-communities\"}");
        door.send(
                CIVIL_AFFAIRS,
                "/events",
                "{\"dataset\":\"hebei-communities\",\"changes\":[{\"key\":\"%s\",\"region\":\"130102\",\"payload\":{\"name\":\"x\"}},{\"key\":\"xiongan\",\"region\":\"133100\",\"payload\":{\"name\":\"x\"}}]}"
                        .formatted(World.RECORD));
    }

    String endpoint(URI url, String secret) {
        return door.send(
                SHIJIAZHUANG_AUTHORITY,
                "/backflow/endpoints",
                "{\"city\":\"130100\",\"url\":\"%s\",\"secret\":\"%s\"}".formatted(url, secret));
    }

    String raise() {
        return door.send(
                SHIJIAZHUANG_AUTHORITY,
                "/verifications",
                "{\"dataset\":\"hebei-communities\",\"records\":[\"%s\"],\"doubt\":\"名称有误\"}".formatted(World.RECORD));
    }

    /** A verification that has come to the provider. */
    String doubted() {
        String verification = raise();
        act("/verifications/" + verification, SHIJIAZHUANG_AUTHORITY, "forward", "{}");
        return verification;
    }

    /** A verification due on 4 November 2025 for which the provider has asked for 5 days more; now it is the day after. */
    String lateWithMoreTimeAsked() {
        time.to(Instant.parse("2025-10-21T01:00:00Z"));
        String verification = doubted();
        String path = "/verifications/" + verification;
        act(path, CIVIL_AFFAIRS, "ask-extension", "{\"clock\":\"verify\",\"grounds\":\"涉及多部门核实\",\"amount\":\"5\"}");
        time.to(Instant.parse("2025-11-05T01:00:00Z"));
        return verification;
    }

    /** Whoever was told that it is late hears that it is not (Hebei art. 16 para. 2). */
    void moreTime(String verification) {
        act("/verifications/" + verification, SHIJIAZHUANG_AUTHORITY, "consent-extension", "{\"clock\":\"verify\"}");
    }

    /** A request that the Shenyang police should have answered by 29 September 2025; now it is 21 October. */
    String late() {
        time.to(Instant.parse("2025-09-17T01:00:00Z"));
        String id = door.send(
                SHENYANG_HOUSING,
                "/requests",
                "{\"dataset\":\"shenyang-household-register\",\"scope\":\"本市\",\"purpose\":\"租赁核验\",\"items\":[\"person_name\"]}");
        time.to(Instant.parse("2025-09-18T01:00:00Z"));
        act("/requests/" + id, SHENYANG_POLICE, "receive-form", "{}");
        time.to(Instant.parse("2025-10-21T01:00:00Z"));
        return id;
    }

    String order(String late) {
        return byTheGovernment(
                "/acts/correction",
                late,
                "reply",
                "{\"grounds\":\"not-shared\",\"correct\":\"答复\",\"by\":\"2025-10-28\"}");
    }

    /** Ordered by a date that has passed. */
    String orderOverdue() {
        String late = late();
        time.to(Instant.parse("2025-10-10T01:00:00Z"));
        String order = byTheGovernment(
                "/acts/correction",
                late,
                "reply",
                "{\"grounds\":\"not-shared\",\"correct\":\"答复\",\"by\":\"2025-10-20\"}");
        time.to(Instant.parse("2025-10-21T01:00:00Z"));
        return order;
    }

    String circular() {
        return byTheGovernment("/acts/circular", late(), "reply", "{\"grounds\":\"not-shared\",\"text\":\"通报\"}");
    }

    String bar() {
        return byTheGovernment(
                "/acts/bar", orderOverdue(), "correct", "{\"grounds\":\"refusal\",\"finding\":\"期满未整改\"}");
    }

    /** The police have been told of the order. */
    String notice(String order) {
        return found(
                "select id from govshare.notice where agency = '" + SHENYANG_POLICE
                        + "' and kind = 'order' and about = cast(? as uuid)",
                order);
    }

    private String byTheGovernment(String collection, String caseId, String clock, String fields) {
        return door.send(
                SHENYANG,
                collection,
                "{\"case\":\"%s\",\"clock\":\"%s\",\"fields\":%s}".formatted(caseId, clock, fields));
    }

    private void act(String path, String agency, String action, String fields) {
        door.send(agency, path + "/actions", "{\"action\":\"%s\",\"fields\":%s}".formatted(action, fields));
    }

    private String found(String sql, String id) {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                PreparedStatement select = owner.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
