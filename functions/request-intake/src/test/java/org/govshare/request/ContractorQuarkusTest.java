package org.govshare.request;

import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
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
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.govshare.testkit.http.ShareForm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 受委托的第三方: acts as a clerk of the agency that approved it, while the approval counts, and is named beside it. The days
 * lie before the Decree's, under which a clerk opens no request.
 */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class ContractorQuarkusTest {
    private static final String CONTRACTOR = "Y1130000FAKE09018L";
    private static final Map<String, String> REQUEST =
            Map.of("dataset", "hebei-standard-addresses", "scenario", "疫情流调时核对住址");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    @Inject
    EntityManager database;

    private LawTimeShift time;

    @BeforeEach
    void registry() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
        time.to(Instant.parse("2025-07-24T02:00:00Z"));
    }

    @Test
    void approvedContractor_opensACase_andStandsBesideItsPrincipal() {
        String id = submit(contractor(Agencies.SHIJIAZHUANG_HEALTH), 201);

        clerk(Agencies.SHIJIAZHUANG_HEALTH)
                .get("/requests/" + id)
                .then()
                .statusCode(200)
                .body("requester.code", equalTo(Agencies.SHIJIAZHUANG_HEALTH))
                .body("timeline[0].agency.code", equalTo(Agencies.SHIJIAZHUANG_HEALTH))
                .body("timeline[0].contractor.code", equalTo(CONTRACTOR))
                .body("timeline[0].contractor.name", equalTo("示例数据服务有限公司（虚构）"));
        contractor(Agencies.SHIJIAZHUANG_HEALTH)
                .get("/requests/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        assertEquals(
                CONTRACTOR,
                database.createNativeQuery("select details->>'contractor' from govshare.audit_entry where chain = ?1")
                        .setParameter(1, "case/" + id)
                        .getSingleResult());
    }

    /** A contractor is a clerk, and the Decree has the head of the sharing office apply (art. 20 para. 2). */
    @Test
    void approvedContractor_opensNoCaseUnderTheDecree() {
        time.to(Instant.parse("2025-07-31T16:00:00Z"));
        contractor(Agencies.SHIJIAZHUANG_HEALTH)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(ShareForm.of(REQUEST))
                .post("/requests")
                .then()
                .statusCode(403)
                .body("rule.pack", equalTo("decree-809-2025"))
                .body("rule.article", equalTo("20 para. 2"));
        time.to(Instant.parse("2025-07-31T15:50:00Z"));
        submit(contractor(Agencies.SHIJIAZHUANG_HEALTH), 201);
    }

    @Test
    void contractorsReading_namesItBesideItsPrincipal() {
        String id = submit(clerk(Agencies.SHIJIAZHUANG_HEALTH), 201);
        clerk(Agencies.SHIJIAZHUANG_HEALTH).get("/requests/" + id).then().statusCode(200);
        contractor(Agencies.SHIJIAZHUANG_HEALTH).get("/requests/" + id).then().statusCode(200);
        contractor(Agencies.SHIJIAZHUANG_HEALTH)
                .get("/requests/" + id + "/form")
                .then()
                .statusCode(200);
        assertEquals(
                List.of("alone", CONTRACTOR, CONTRACTOR),
                database.createNativeQuery("select coalesce(details->>'contractor', 'alone') from govshare.audit_entry"
                                + " where action = 'read-case' and case_id = ?1 and agency = ?2 order by seq")
                        .setParameter(1, UUID.fromString(id))
                        .setParameter(2, Agencies.SHIJIAZHUANG_HEALTH)
                        .getResultList());
    }

    @Test
    void principalsOwnClerk_isNamedAlone() {
        String id = submit(clerk(Agencies.SHIJIAZHUANG_HEALTH), 201);
        clerk(Agencies.SHIJIAZHUANG_HEALTH).get("/requests/" + id).then().body("timeline[0].contractor", nullValue());
    }

    @Test
    void contractorOfAnother_orWithoutPrincipal_findsNothing() {
        String id = submit(clerk(Agencies.SHIJIAZHUANG_HEALTH), 201);
        for (RequestSpecification stranger : List.of(
                contractor(Agencies.SHIJIAZHUANG_AUTHORITY),
                as(TestTokens.agency(CONTRACTOR, "contractor")),
                as(TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "contractor")))) {
            stranger.get("/requests/" + id).then().statusCode(404);
            stranger.get("/requests").then().statusCode(200).body("items", hasSize(0));
            stranger.get("/grants").then().statusCode(403);
            submit(stranger, 403);
        }
    }

    @Test
    void approval_countsOnItsDaysOnly() {
        time.to(Instant.parse("2024-02-29T15:50:00Z"));
        submit(contractor(Agencies.SHIJIAZHUANG_HEALTH), 403);
        time.to(Instant.parse("2024-02-29T16:00:00Z"));
        submit(contractor(Agencies.SHIJIAZHUANG_HEALTH), 201);

        time.to(Instant.parse("2025-07-24T02:00:00Z"));
        submit(contractor(Agencies.PROVINCE_POLICE), 403);
    }

    @Test
    void contractor_isAClerkAndNothingMore() {
        var ambitious = TestTokens.agency(CONTRACTOR, "contractor", "leader", "auditor", "operator")
                .with("on_behalf_of", Agencies.SHIJIAZHUANG_AUTHORITY);
        String id = submit(clerk(Agencies.SHIJIAZHUANG_HEALTH), 201);
        as(ambitious).get("/requests/" + id).then().statusCode(404);
        command(ambitious)
                .body(Map.of("notice", "x"))
                .post("/calendar/notices")
                .then()
                .statusCode(403);
    }

    @Test
    void idsOfContractorAndPrincipal_areNothingToEachOther() {
        String key = UUID.randomUUID().toString();
        var own = TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "clerk").with("sub", "somebody");
        var contracted = TestTokens.agency(CONTRACTOR, "contractor")
                .with("sub", "somebody")
                .with("on_behalf_of", Agencies.SHIJIAZHUANG_HEALTH);
        String first = submit(as(own).header("Idempotency-Key", key), 201);
        String second = submit(as(contracted).header("Idempotency-Key", key), 201);
        assertEquals(false, first.equals(second));
        clerk(Agencies.SHIJIAZHUANG_HEALTH)
                .queryParam("limit", 200)
                .get("/requests")
                .then()
                .body("items.id", hasItem(first))
                .body("items.id", hasItem(second));
    }

    @Test
    void person_readsTheCatalogueAndActsForNobody() {
        var person = TestTokens.of("person-1")
                .roles("person")
                .with("agency", Agencies.SHIJIAZHUANG_HEALTH)
                .with("identity_type", "resident-id")
                .with("identity_hash", "0".repeat(64));
        String id = submit(clerk(Agencies.SHIJIAZHUANG_HEALTH), 201);
        as(person).get("/datasets").then().statusCode(200);
        as(person).get("/requests/" + id).then().statusCode(404);
        as(person).get("/requests").then().statusCode(200).body("items", hasSize(0));
        submit(as(person), 403);
        assertEquals(
                List.of("none"),
                database.createNativeQuery("select distinct agency from govshare.audit_entry where action = 'refused'"
                                + " and details->>'type' = ?1 and agency = 'none'")
                        .setParameter(1, SubmitRequest.TYPE)
                        .getResultList());
    }

    @Test
    void watchersOfAnotherRegion_findNothing() {
        String id = submit(clerk(Agencies.SHIJIAZHUANG_HEALTH), 201);
        for (String role : List.of("auditor", "operator", "platform")) {
            var elsewhere = as(TestTokens.agency("Y1130200FAKE000219", role));
            elsewhere.get("/requests/" + id).then().statusCode(404);
            elsewhere.get("/requests/" + id + "/form").then().statusCode(404);
            elsewhere.get("/requests").then().statusCode(200).body("items", hasSize(0));
        }
        as(TestTokens.agency(Agencies.PROVINCE_AUTHORITY, "auditor"))
                .get("/requests/" + id)
                .then()
                .statusCode(200)
                .body("timeline.action", contains("open"));
    }

    private static RequestSpecification contractor(String principal) {
        return as(TestTokens.agency(CONTRACTOR, "contractor").with("on_behalf_of", principal));
    }

    private static RequestSpecification clerk(String agency) {
        return as(TestTokens.agency(agency, "clerk"));
    }

    private static String submit(RequestSpecification as, int status) {
        return as.header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(REQUEST)
                .post("/requests")
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }
}
