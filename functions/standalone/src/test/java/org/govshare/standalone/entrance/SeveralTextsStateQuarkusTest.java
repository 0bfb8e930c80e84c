package org.govshare.standalone.entrance;

import static org.govshare.testkit.http.Api.act;
import static org.govshare.testkit.http.Api.command;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.govshare.upkeep.state.StateVerdict;
import org.govshare.upkeep.state.StateVerification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cases under several texts are what the trail and the law make them, and a stated reason that was altered is found. */
@QuarkusTest
@TestProfile(OneProcess.class)
@QuarkusTestResource(value = PostgresResource.class, restrictToAnnotatedClass = true)
class SeveralTextsStateQuarkusTest {
    private static final Map<String, String> DECREE = Map.of(
            "use-basis", "住房公积金管理条例", "scenario", "核验", "scope", "本市", "mode", "服务接口", "use-until", "2026-12-31");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    DataSource database;

    @Inject
    Pseudonyms pseudonyms;

    private LawTimeShift time;

    @BeforeEach
    void world() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
    }

    private static UUID submitted(String agency, String dataset, Map<String, ?> more) {
        Map<String, Object> form = new HashMap<>(DECREE);
        form.putAll(more);
        form.put("dataset", dataset);
        String id = command(agency, "leader")
                .body(form)
                .post("/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }

    private StateVerdict verify(UUID id) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new StateVerification(pseudonyms).verify(connection, Optional.of(id));
        }
    }

    private void assertSound(UUID id) throws SQLException {
        StateVerdict verdict = verify(id);
        assertTrue(verdict.sound(), verdict.text(Locale.ENGLISH));
        assertEquals(0, verdict.older() + verdict.textsUnread() + verdict.withoutLaw(), verdict.toString());
    }

    private void run(String sql) throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                Statement statement = owner.createStatement()) {
            assertEquals(1, statement.executeUpdate(sql), sql);
        }
    }

    @Test
    void aReasonThatWasAltered_isFoundAndNotShown() throws SQLException {
        time.to(Instant.parse("2025-08-04T01:00:00Z"));
        UUID id = submitted(
                "Y1430100FAKE011127", "changsha-residence-permits", Map.of("name", "居住证信息", "purpose", "住房保障"));
        act("Y1430100FAKE01016X", "clerk", id.toString(), "state-reason", Map.of("reason", "系统故障"))
                .statusCode(200);
        act("Y1430100FAKE01016X", "clerk", id.toString(), "state-reason", Map.of("reason", "机房断电"))
                .statusCode(200);
        assertSound(id);
        String row = "update govshare.case_clock set reasons = %s where case_id = '" + id + "' and rule = 'reply'";
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                Statement statement = owner.createStatement()) {
            statement.execute("create table govshare.kept_clock as table govshare.case_clock");
        }
        for (String altered : List.of(
                "jsonb_set(reasons, '{1,reason}', '\"无\"')",
                "jsonb_set(reasons, '{0,at}', '\"2025-08-05T01:00:00Z\"')",
                "reasons - 0",
                "null")) {
            run(row.formatted(altered));
            StateVerdict verdict = verify(id);
            assertEquals(1, verdict.differenceCount(), altered + ": " + verdict.text(Locale.ENGLISH));
            assertTrue(verdict.text(Locale.ENGLISH).contains("reasons is not what was entered"), altered);
            run("update govshare.case_clock k set reasons = o.reasons from govshare.kept_clock o"
                    + " where o.id = k.id and k.case_id = '" + id + "' and k.rule = 'reply'");
        }
        assertSound(id);
    }

    @Test
    void aClockThatAnotherTextAdds_andATextThatBindsOneSideAlone_areSound() throws SQLException {
        time.to(Instant.parse("2025-08-04T01:00:00Z"));
        UUID shenyang = submitted(
                "Y1210100FAKE01112H",
                "shenyang-household-register",
                Map.of("purpose", "租赁核验", "items", List.of("person_name")));
        String police = "Y1210100FAKE010168";
        String request = shenyang.toString();
        act(police, "leader", request, "refuse", Map.of("instrument", "x", "article", "9", "reason", "x"))
                .statusCode(200);
        act("Y1210100FAKE01112H", "clerk", request, "dispute", Map.of("objection", "x", "negotiation", "x"))
                .statusCode(200);
        act("Y1210100FAKE00021J", "clerk", request, "record-agreement", Map.of("coordination", "x"))
                .statusCode(200);
        Map<String, Object> consent = Map.of("users", "x", "items", List.of("person_name"), "mode", "x", "reason", "x");
        act(police, "leader", request, "consent", consent).statusCode(200).body("step", equalTo("delivery"));
        // The Decree's clock for sharing runs, which neither of Shenyang's texts has.
        assertSound(shenyang);
        time.to(Instant.parse("2025-07-31T01:00:00Z"));
        String id = command("Y1130100FAKE01032F", "leader")
                .body(Map.of("dataset", "changsha-residence-permits", "scenario", "核验"))
                .post("/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertSound(UUID.fromString(id));
    }
}
