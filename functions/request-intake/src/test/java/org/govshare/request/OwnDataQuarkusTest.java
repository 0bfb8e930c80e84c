package org.govshare.request;

import static io.restassured.RestAssured.given;
import static org.govshare.testkit.http.Api.command;
import static org.govshare.testkit.http.Api.submit;
import static org.govshare.testkit.http.Api.submitAsStated;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agency has the data that it provides: it, and who holds its office, asks nobody for them. */
@QuarkusTest
@TestProfile(MovableTime.class)
@QuarkusTestResource(PostgresResource.class)
@EmptyDatabase
class OwnDataQuarkusTest {
    private static final String ADDRESSES = "hebei-standard-addresses";
    private static final String CONTRACTOR = "Y1130000FAKE09018L";
    private static final String HOUSING_OF_CHANGSHA = "Y1430100FAKE011127";
    private static final String ENDED = "Y1430100FAKE000218";
    private static final String SUCCESSOR = "Y1430100FAKE0003X0";
    private static final Map<String, String> FORM = Map.of("name", "居住证信息", "purpose", "入学核验");

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private LawTimeShift time;

    @BeforeEach
    void world() throws Exception {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
            entry(owner, "changsha-of-the-ended", "changsha-residence-permits", ENDED);
            entry(owner, "hebei-of-health", ADDRESSES, Agencies.SHIJIAZHUANG_HEALTH);
        }
        time = new LawTimeShift(ownerUrl);
        time.to(Instant.parse("2025-09-24T02:00:00Z"));
    }

    @Test
    void providerAsksForItsOwnData_isRefusedAndNothingChanges() throws SQLException {
        long before = stored();
        refused(ask(Agencies.PROVINCE_POLICE, "en", Map.of("dataset", ADDRESSES, "scenario", "核对")))
                .body(
                        "violations[0].message",
                        equalTo("is provided by your own agency; you do not need a request for it"));
        refused(ask(Agencies.PROVINCE_POLICE, "zh", Map.of("dataset", ADDRESSES, "scenario", "核对")))
                .body("violations[0].message", equalTo("由贵单位提供，无须申请"));
        assertEquals(before, stored());
        submit(Agencies.SHIJIAZHUANG_HEALTH, ADDRESSES, Map.of("scenario", "流调"));
    }

    @Test
    void everyKindOfRequest_isRefusedToTheProvider() {
        refused(ask(
                Agencies.HUNAN_POLICE,
                "en",
                Map.of(
                        "kind", "outside-platform",
                        "dataset", "hunan-household-register",
                        "special-circumstances", "专网未通",
                        "way", "专线")));
    }

    @Test
    void contractorOfTheProvider_isRefusedAsTheProviderIs() {
        TestTokens token =
                TestTokens.agency(CONTRACTOR, "contractor").with("on_behalf_of", Agencies.SHIJIAZHUANG_HEALTH);
        refused(given().header("Authorization", token.bearer())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(Map.of("dataset", "hebei-of-health", "scenario", "核对"))
                .post("/requests")
                .then());
    }

    @Test
    void successorOfTheProvider_isRefusedFromTheDayOfItsOffice() {
        time.to(Instant.parse("2024-12-31T15:59:00Z"));
        refused(ask(ENDED, "en", own()));
        ask(SUCCESSOR, "en", own()).statusCode(403);
        submitAsStated(HOUSING_OF_CHANGSHA, "changsha-of-the-ended", FORM);

        time.to(Instant.parse("2024-12-31T16:00:00Z"));
        refused(ask(SUCCESSOR, "en", own()));
        ask(ENDED, "en", own()).statusCode(403);
        submitAsStated(HOUSING_OF_CHANGSHA, "changsha-of-the-ended", FORM);
    }

    private static Map<String, String> own() {
        return Map.of("dataset", "changsha-of-the-ended", "name", "居住证信息", "purpose", "入学核验");
    }

    private static ValidatableResponse ask(String agency, String language, Map<String, String> body) {
        return command(agency, "clerk")
                .header("Accept-Language", language)
                .body(body)
                .post("/requests")
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return answer.statusCode(422)
                .contentType("application/problem+json")
                .body("violations", hasSize(1))
                .body("violations[0].pointer", equalTo("/dataset"))
                .body("violations[0].code", equalTo("invalid"));
    }

    /** The same entry under another id and provider. */
    private static void entry(Connection owner, String id, String like, String provider) throws SQLException {
        owner.createStatement().execute("""
                create temporary table e as select * from govshare.dataset where id = '%s';
                update e set id = '%s', provider_code = '%s';
                insert into govshare.dataset select * from e on conflict do nothing;
                drop table e""".formatted(like, id, provider));
    }

    private long stored() throws SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl);
                ResultSet row = owner.createStatement()
                        .executeQuery(
                                "select (select count(*) from govshare.case_file)"
                                        + " + (select count(*) from govshare.outbox) + (select count(*) from govshare.case_party)")) {
            row.next();
            return row.getLong(1);
        }
    }
}
