package org.govshare.request;

import static org.govshare.testkit.http.Api.act;
import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.submit;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.EmptyDatabase;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.MovableTime;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.entrance.Agencies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads a grant, or records under it, is on record; an agency that has ended reads none, and its successor none of its. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class GrantReadingsQuarkusTest {
    private static final String TEXT = "流调时核对王某某的住址";
    private static final String ENDED = "Y1430100FAKE000218";
    private static final String SUCCESSOR = "Y1430100FAKE0003X0";
    private static final String DATASET = "changsha-residence-permits";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private LawTimeShift time;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
        time.to(Instant.parse("2025-09-24T02:00:00Z"));
    }

    @Test
    void readingAGrant_isEnteredAndAListTellsNothingThatPeopleWrote() throws Exception {
        String id = granted();
        JsonPath list = as(Agencies.SHIJIAZHUANG_HEALTH, "clerk").get("/grants").jsonPath();
        String grant = list.getString("items.find { it.caseId == '" + id + "' }.id");
        String readings = "select coalesce(string_agg(agency || ' ' || case_id, ','), '') from"
                + " govshare.audit_entry where action = 'read-grant' and details->>'grant' = '" + grant + "'";
        assertFalse(list.getMap("items[0]").containsKey("purpose"));
        assertFalse(list.getMap("items[0]").containsKey("scope"));
        assertEquals("", asOwner(readings));

        as(Agencies.SHIJIAZHUANG_AUTHORITY, "clerk")
                .get("/grants/" + grant)
                .then()
                .statusCode(404);
        as(Agencies.SHIJIAZHUANG_HEALTH, "clerk")
                .get("/grants/" + grant)
                .then()
                .statusCode(200)
                .body("purpose", equalTo(TEXT));
        assertEquals(Agencies.SHIJIAZHUANG_HEALTH + " " + id, asOwner(readings));
    }

    /** Changsha's authority gave way to another on 2025-01-01. */
    @Test
    void agencyThatEnded_readsNoRecordsAnyMoreAndItsSuccessorNoneInItsPlace() throws Exception {
        time.to(Instant.parse("2024-12-31T15:59:00Z"));
        String grant = UUID.randomUUID().toString();
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            owner.createStatement().execute("""
                            insert into govshare.data_grant (id, case_id, dataset_id, grantee, purpose, scope, opened_at)
                            values ('%s', gen_random_uuid(), '%s', '%s', '', '', '2024-06-01')
                            """.formatted(grant, DATASET, ENDED));
        }
        as(ENDED, "clerk").get("/grants/" + grant + "/records").then().statusCode(200);
        time.to(Instant.parse("2024-12-31T16:00:00Z"));
        as(ENDED, "clerk").get("/grants/" + grant + "/records").then().statusCode(404);
        as(SUCCESSOR, "clerk").get("/grants/" + grant + "/records").then().statusCode(404);
        as(ENDED, "clerk").get("/notices").then().statusCode(200);
    }

    /** A request for what is shared unconditionally, delivered by the province's authority (Hebei art. 15 para. 2). */
    private static String granted() {
        String id = submit(Agencies.SHIJIAZHUANG_HEALTH, "hebei-communities", Map.of("scenario", TEXT));
        act(Agencies.SHIJIAZHUANG_AUTHORITY, "leader", id, "forward-up", Map.of())
                .statusCode(200);
        act(Agencies.PROVINCE_AUTHORITY, "leader", id, "deliver", Map.of()).statusCode(200);
        return id;
    }

    private String asOwner(String sql) throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                var statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
