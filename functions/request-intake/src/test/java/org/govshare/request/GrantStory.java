package org.govshare.request;

import static org.govshare.testkit.http.Api.as;
import static org.govshare.testkit.http.Api.command;
import static org.govshare.testkit.http.Api.submitAsStated;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.govshare.registry.load.RegistryLoad;
import org.govshare.testkit.LawTimeShift;

/** A grant that Changsha's housing bureau got under Hunan's measures on the eve of Decree 809, and what is done to it. */
final class GrantStory {
    static final String GRANTEE = "Y1430100FAKE011127";
    static final String PROVIDER = "Y1430100FAKE01059B";
    static final String AUTHORITY = "Y1430100FAKE0003X0";
    static final Instant EVE = Instant.parse("2025-07-31T15:59:00Z");
    static final Instant DECREE = Instant.parse("2025-07-31T16:00:00Z");
    private static final String DATASET = "changsha-food-licences";

    final String request;
    final String grant;
    private final LawTimeShift time;

    GrantStory(String ownerUrl) throws IOException, SQLException {
        try (Connection owner = DriverManager.getConnection(ownerUrl)) {
            RegistryLoad.builtIn().into(owner);
        }
        time = new LawTimeShift(ownerUrl);
        to(EVE);
        request = submitAsStated(GRANTEE, DATASET, Map.of("name", "许可信息", "purpose", "资质核验"));
        grant = as(GRANTEE, "clerk")
                .get("/grants")
                .then()
                .extract()
                .path("items.find { it.caseId == '" + request + "' }.id");
    }

    void to(Instant moment) {
        time.to(moment);
    }

    ValidatableResponse open(String agency, String kind, Map<String, ?> fields) {
        return command(agency, "clerk")
                .body(Map.of("grant", grant, "kind", kind, "fields", fields))
                .post("/grant-acts")
                .then();
    }

    /** Opens a procedure, which must be accepted, and returns its id. */
    String opened(String agency, String kind, Map<String, ?> fields) {
        return open(agency, kind, fields).statusCode(201).extract().path("id");
    }

    ValidatableResponse act(String agency, String act, String action, Map<String, ?> fields) {
        return command(agency, "clerk")
                .body(Map.of("action", action, "fields", fields))
                .post("/grant-acts/" + act + "/actions")
                .then();
    }

    ValidatableResponse read(String agency, String act) {
        return as(agency, "clerk").get("/grant-acts/" + act).then().statusCode(200);
    }

    /** The grant as its grantee reads it. */
    ValidatableResponse granted() {
        return as(GRANTEE, "clerk").get("/grants/" + grant).then().statusCode(200);
    }

    /** What the grantee gets when it asks for the rows. */
    ValidatableResponse rows() {
        return as(GRANTEE, "clerk").get("/grants/" + grant + "/records").then();
    }
}
