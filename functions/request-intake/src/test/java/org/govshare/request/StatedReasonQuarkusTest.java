package org.govshare.request;

import static org.govshare.testkit.http.Api.act;
import static org.govshare.testkit.http.Api.command;
import static org.govshare.testkit.http.Api.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The obligor of a clock states over HTTP why it is late (Decree 809 art. 39 (4)); only under a text that asks. */
@QuarkusTest
@TestProfile(DraftSwitchedOn.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class StatedReasonQuarkusTest {
    private static final String HOUSING = "Y1430100FAKE011127";
    private static final String POLICE = "Y1430100FAKE01016X";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private LawTimeShift time;

    @BeforeEach
    void world() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
    }

    private static String submitted(Map<String, String> form) {
        return command(HOUSING, "leader")
                .body(form)
                .post("/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void reason_isStatedBeforeAndAfterTheEnd_andBothStayVisible() {
        time.to(Instant.parse("2025-08-04T01:00:00Z"));
        String id = submitted(Map.of(
                "dataset",
                "changsha-residence-permits",
                "name",
                "居住证信息",
                "purpose",
                "住房保障",
                "use-basis",
                "住房公积金管理条例",
                "scenario",
                "核验",
                "scope",
                "本市",
                "mode",
                "服务接口",
                "use-until",
                "2026-12-31"));
        act(HOUSING, "clerk", id, "state-reason", Map.of("reason", "x"))
                .statusCode(403)
                .body("rule.article", equalTo("39 (4)"));
        act(POLICE, "clerk", id, "state-reason", Map.of("reason", "\u200B"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/reason"))
                .body("rule.pack", equalTo("decree-809-2025"))
                .body("rule.article", equalTo("39 (4)"));
        act(POLICE, "clerk", id, "state-reason", Map.of("reason", "x", "clock", "nap"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/clock"));
        act(POLICE, "clerk", id, "state-reason", Map.of("reason", "x", "excuse", "y"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/fields/excuse"));
        read(POLICE, id)
                .body("clocks[0].reasons", empty())
                .body("actions.find { it.action == 'state-reason' }.yours", equalTo(true))
                .body("actions.find { it.action == 'state-reason' }.requiredFields", contains("clock", "reason"));

        act(POLICE, "clerk", id, "state-reason", Map.of("reason", "系统故障"))
                .statusCode(200)
                .body("step", equalTo("reply"));
        time.to(Instant.parse("2025-08-19T01:00:00Z"));
        act(POLICE, "clerk", id, "state-reason", Map.of("clock", "reply", "reason", "机房断电"))
                .statusCode(200);
        read(HOUSING, id)
                .body("clocks[0].overdue", equalTo(true))
                .body("clocks[0].reasons.reason", contains("系统故障", "机房断电"))
                .body("clocks[0].reasons.at", contains(startsWith("2025-08-04T01:00"), startsWith("2025-08-19T01:00")))
                .body(
                        "timeline.findAll { it.action == 'state-reason' }.basis",
                        contains("decree-809-2025 39 (4)", "decree-809-2025 39 (4)"))
                .body("facts.keySet()", not(hasItem("reason")));
    }

    @Test
    void aCaseOfTheEve_hasNoSuchAction() {
        time.to(Instant.parse("2025-07-31T01:00:00Z"));
        String id = submitted(Map.of("dataset", "changsha-residence-permits", "name", "居住证信息", "purpose", "住房保障"));
        time.to(Instant.parse("2025-08-19T01:00:00Z"));
        act(POLICE, "clerk", id, "state-reason", Map.of("reason", "x"))
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/action"));
        read(POLICE, id).body("actions.action", not(hasItem("state-reason")));
    }
}
