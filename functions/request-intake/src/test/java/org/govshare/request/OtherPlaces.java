package org.govshare.request;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.govshare.testkit.TestTokens;

/** Agencies of Shenyang, Hunan and Neijiang, and what they do over HTTP. */
final class OtherPlaces {
    static final String SHENYANG_HOUSING = "Y1210100FAKE01112H";
    static final String SHENYANG_POLICE = "Y1210100FAKE010168";
    static final String HUNAN_HOUSING = "Y1430000FAKE011122";
    static final String HUNAN_POLICE = "Y1430000FAKE01016Q";
    static final String NEIJIANG_HOUSING = "Y1511000FAKE01112W";
    static final String NEIJIANG_POLICE = "Y1511000FAKE01016K";
    static final String SHENYANG_BUREAU = "Y1210100FAKE00021J";
    static final String HUNAN_AUTHORITY = "Y1430000FAKE000213";
    static final String HUNAN_HEALTH = "Y1430000FAKE01032E";
    static final String NEIJIANG_BUREAU = "Y1511000FAKE00021X";

    private OtherPlaces() {}

    static String firstItem(String dataset) {
        return as(SHENYANG_HOUSING, "clerk")
                .get("/datasets/" + dataset)
                .then()
                .extract()
                .path("fields[0].name");
    }

    static String submit(String agency, String dataset, Map<String, ?> form) {
        Map<String, Object> body = new HashMap<>(form);
        body.put("dataset", dataset);
        return command(agency, "clerk")
                .body(body)
                .post("/requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse act(String agency, String role, String id, String action, Map<String, ?> fields) {
        return command(agency, role)
                .body(Map.of("action", action, "fields", fields))
                .post("/requests/" + id + "/actions")
                .then();
    }

    static ValidatableResponse read(String agency, String id) {
        return as(agency, "clerk").get("/requests/" + id).then().statusCode(200);
    }

    static RequestSpecification command(String agency, String role) {
        return as(agency, role)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON);
    }

    static RequestSpecification as(String agency, String role) {
        return given().header("Authorization", TestTokens.agency(agency, role).bearer());
    }
}
