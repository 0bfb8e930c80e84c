package org.govshare.casework;

import static org.govshare.testkit.http.Api.act;
import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.govshare.testkit.http.Api.read;
import static org.govshare.testkit.http.Api.submitAsStated;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changsha's authority gave way to another on 2025-01-01: its cases go to its successor, and itself may act no more. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class SuccessorQuarkusTest {
    private static final String HOUSING = "Y1430100FAKE011127";
    private static final String POLICE = "Y1430100FAKE01016X";
    private static final String ENDED = "Y1430100FAKE000218";
    private static final String SUCCESSOR = "Y1430100FAKE0003X0";
    private static final String DATASET = "changsha-residence-permits";
    private static final Map<String, String> FORM = Map.of("name", "居住证信息", "purpose", "入学核验");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private LawTimeShift time;

    @BeforeEach
    void world() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
        time.to(Instant.parse("2024-12-31T15:59:00Z"));
    }

    @Test
    void disputeBeforeAnAuthorityThatEnds_isItsSuccessorsFromThatMidnight() {
        String id = disputed();
        read(ENDED, id).body("actions.find { it.action == 'record-agreement' }.agencies.code", contains(ENDED));
        as(SUCCESSOR, "clerk").get("/requests/" + id).then().statusCode(404);
        act(SUCCESSOR, "clerk", id, "record-agreement", Map.of("coordination", "可提供"))
                .statusCode(403)
                .body("detail", containsString("2025-01-01"));

        time.to(Instant.parse("2024-12-31T16:00:00Z"));
        act(ENDED, "clerk", id, "record-agreement", Map.of("coordination", "可提供"))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", containsString("2025-01-01"))
                .body("detail", containsString(SUCCESSOR));
        as(SUCCESSOR, "clerk").get("/requests").then().body("items.id", hasItem(id));
        read(SUCCESSOR, id)
                .body("parties.authority.code", contains(SUCCESSOR))
                .body("actions.find { it.action == 'record-agreement' }.yours", equalTo(true));
        act(SUCCESSOR, "clerk", id, "record-agreement", Map.of("coordination", "可提供"))
                .statusCode(200)
                .body("step", equalTo("agreed"));
        read(HOUSING, id)
                .body("timeline[3].agency.code", equalTo(SUCCESSOR))
                .body("timeline[3].inPlaceOf", contains(ENDED))
                .body("timeline[2].inPlaceOf", empty());
    }

    @Test
    void agencyThatEnded_opensNothingAndIsToldWhoTookOver() {
        submitAsStated(ENDED, DATASET, FORM);
        time.to(Instant.parse("2024-12-31T16:00:00Z"));
        command(ENDED, "clerk")
                .header("Accept-Language", "zh")
                .body(Map.of("dataset", DATASET, "name", "居住证信息", "purpose", "入学核验"))
                .post("/requests")
                .then()
                .statusCode(403)
                .body("detail", containsString("终止履行职责"))
                .body("detail", containsString("长沙市数据局"));
    }

    @Test
    void overseerOutOfOffice_seesNothingOfOthers_itsSuccessorDoes() throws Exception {
        String id = withoutParties(disputed());
        looksOn(ENDED, id, 200);
        looksOn(SUCCESSOR, id, 404);
        time.to(Instant.parse("2024-12-31T16:00:00Z"));
        looksOn(ENDED, id, 404);
        looksOn(SUCCESSOR, id, 200);
    }

    @Test
    void agencyThatEnded_readsWhatWasItsOwn_andNothingLater() {
        String id = disputed();
        time.to(Instant.parse("2024-12-31T16:00:00Z"));
        String later = disputed();
        for (String role : List.of("clerk", "auditor", "operator")) {
            as(ENDED, role).get("/requests/" + id).then().statusCode(200);
            as(ENDED, role).get("/requests/" + later).then().statusCode(404);
            as(ENDED, role)
                    .get("/requests")
                    .then()
                    .body("items.id", hasItem(id))
                    .body("items.id", not(hasItem(later)));
        }
    }

    private static void looksOn(String agency, String id, int status) {
        as(agency, "auditor").get("/requests/" + id).then().statusCode(status);
        as(agency, "auditor")
                .get("/requests")
                .then()
                .statusCode(200)
                .body("items.id", status == 200 ? hasItem(id) : not(hasItem(id)));
        as(agency, "auditor").get("/audit/entries").then().statusCode(status == 200 ? 200 : 403);
        as(agency, "operator").get("/requests/" + id).then().statusCode(404);
        as(agency, "operator").get("/requests").then().statusCode(200).body("items.id", not(hasItem(id)));
        as(agency, "operator").get("/audit/entries").then().statusCode(403);
    }

    /** A case like another one, of the same region, in which nobody has part. */
    private String withoutParties(String like) throws Exception {
        String id = UUID.randomUUID().toString();
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            owner.createStatement().execute("""
                            insert into govshare.case_file
                            select (jsonb_populate_record(c, jsonb_build_object('id', '%s'))).* from govshare.case_file c
                             where id = '%s'
                            """.formatted(id, like));
        }
        return id;
    }

    private static String disputed() {
        String id = submitAsStated(HOUSING, DATASET, FORM);
        act(POLICE, "clerk", id, "refuse", Map.of("reason", "不宜提供")).statusCode(200);
        act(HOUSING, "clerk", id, "dispute", Map.of("objection", "确需使用")).statusCode(200);
        return id;
    }
}
