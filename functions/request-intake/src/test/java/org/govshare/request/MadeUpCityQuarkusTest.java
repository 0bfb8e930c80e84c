package org.govshare.request;

import static io.restassured.RestAssured.given;
import static org.govshare.testkit.http.Api.act;
import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.read;
import static org.govshare.testkit.http.Api.trySubmit;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.LawTimeShift;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A regulation that nobody wrote code for: other numbers, another route, another consenting party, a ladder of its own. */
@QuarkusTest
@TestProfile(MadeUpCity.class)
@QuarkusTestResource(PostgresResource.class)
class MadeUpCityQuarkusTest {
    private static final String AUTHORITY = "Y1511000FAKE00021X";
    private static final String GOVERNMENT = "Y1511000FAKE000133";
    private static final String POLICE = "Y1511000FAKE01016K";
    private static final String HOUSING = "Y1511000FAKE01112W";
    private static final String DATASET = "neijiang-household-addresses";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private LawTimeShift time;

    @BeforeEach
    void world() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
        time.to(Instant.parse("2026-03-02T02:00:00Z"));
    }

    @Test
    void request_followsTheLawOfTheFolder() {
        submit(HOUSING, Map.of())
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/need"))
                .body("rule.pack", equalTo("made-up-2026"))
                .body("rule.article", equalTo("3"));
        String id = submit(HOUSING, Map.of("need", "住房保障核验"))
                .statusCode(201)
                .extract()
                .path("id");
        act(AUTHORITY, "clerk", id, "endorse", Map.of()).statusCode(403);
        time.to(Instant.parse("2026-03-03T02:00:00Z"));
        act(AUTHORITY, "leader", id, "endorse", Map.of()).statusCode(200);
        read(POLICE, id)
                .body("packs", contains("made-up-2026", "decree-809-2025"))
                // 4, 5, 6, 9, 10, 11 March.
                .body("clocks[0].lastDay", equalTo("2026-03-11"))
                .body("clocks[0].rungs.rung", contains("early-word", "late", "circular", "proposal"))
                .body("clocks[0].rungs[2].proposedAct", equalTo("criticise-by-circular"))
                .body("clocks[0].rungs[2].addressees.code", contains(GOVERNMENT));

        act(POLICE, "clerk", id, "ask-extension", Map.of("amount", "5", "grounds", "人手不足"))
                .statusCode(422);
        act(POLICE, "clerk", id, "ask-extension", Map.of("amount", "4", "grounds", "人手不足"))
                .statusCode(200);
        act(AUTHORITY, "clerk", id, "consent-extension", Map.of()).statusCode(200);
        // And 12, 13, 16, 17 March.
        read(POLICE, id).body("clocks[0].lastDay", equalTo("2026-03-17"));

        act(POLICE, "leader", id, "consent", Map.of("scope", "全市"))
                .statusCode(200)
                .body("closed", equalTo(true));
    }

    @Test
    void brokenPack_closesItsPlaceAndShowsInReadiness() throws Exception {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'Packs of law' }.data.broken", equalTo("broken-2026"));
        RequestSpecification tangshan = as("Y1130200FAKE000219", "clerk");
        String key = UUID.randomUUID().toString();
        tangshan.header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("dataset", "hebei-standard-addresses", "scenario", "核对", "known-to-the-broken-pack", "x"))
                .post("/requests")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .contentType("application/problem+json");
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                PreparedStatement claimed = owner.prepareStatement("select 1 from govshare.inbox where event_id = ?")) {
            claimed.setString(1, key);
            assertFalse(claimed.executeQuery().next(), "the id is free for when the law is mended");
        }
    }

    @Test
    void brokenPackAtTheProvidersPlace_closesItToThoseWhoAskFromElsewhere() {
        for (String agency : new String[] {"Y1130100FAKE01032F", "Y1430100FAKE011127"}) {
            trySubmit(agency, "tangshan-emergency-supplies", Map.of("scenario", "核对", "known-to-the-broken-pack", "x"))
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .contentType("application/problem+json");
        }
        as("Y1130100FAKE01032F", "clerk")
                .get("/law/ruling?region=130100&kind=share-request&shareClass=CONDITIONAL&providerRegion=130200")
                .then()
                .statusCode(200)
                .body("closed", equalTo(true));
        as("Y1130100FAKE01032F", "clerk")
                .get("/law/ruling?region=130100&kind=share-request&shareClass=CONDITIONAL&providerRegion=130000")
                .then()
                .body("closed", equalTo(false));
    }

    private static ValidatableResponse submit(String agency, Map<String, String> form) {
        return trySubmit(agency, DATASET, form);
    }
}
