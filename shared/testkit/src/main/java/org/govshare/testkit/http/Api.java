package org.govshare.testkit.http;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.govshare.testkit.TestTokens;

/** Calls the API of the application under test, as a person of an agency or with any other token. */
public final class Api {
    private Api() {}

    /** A request that bears a new token of the agency and the role. */
    public static RequestSpecification as(String agency, String role) {
        return as(TestTokens.agency(agency, role));
    }

    /** A request that bears the token. */
    public static RequestSpecification as(TestTokens token) {
        return given().header("Authorization", token.bearer());
    }

    /** A command in JSON under an idempotency key of its own. */
    public static RequestSpecification command(String agency, String role) {
        return command(TestTokens.agency(agency, role));
    }

    /** A command in JSON under an idempotency key of its own, with any token. */
    public static RequestSpecification command(TestTokens token) {
        return command(token, UUID.randomUUID().toString());
    }

    /** A command in JSON under the given idempotency key. */
    public static RequestSpecification command(TestTokens token, String key) {
        return as(token).header("Idempotency-Key", key).contentType(ContentType.JSON);
    }

    /**
     * Has the head of an agency's sharing office submit a request for a dataset, as Decree 809 asks since 2025-08-01; it must
     * be accepted. Returns the request's id.
     *
     * @param form what the local text asks for; {@link ShareForm} adds the rest
     */
    public static String submit(String agency, String dataset, Map<String, ?> form) {
        return trySubmit(agency, dataset, form).statusCode(201).extract().path("id");
    }

    /** The answer to the same. */
    public static ValidatableResponse trySubmit(String agency, String dataset, Map<String, ?> form) {
        return submitting(agency, "leader", ShareForm.of(dataset, form));
    }

    /**
     * Has an agency's clerk submit a request that states the form and no more, as before the Decree or for a kind of request
     * that it does not know; it must be accepted. Returns the request's id.
     */
    public static String submitAsStated(String agency, String dataset, Map<String, ?> form) {
        Map<String, Object> body = new HashMap<>(form);
        body.put("dataset", dataset);
        return submitting(agency, "clerk", body).statusCode(201).extract().path("id");
    }

    /** The answer to a request for data in the words of the body. */
    public static ValidatableResponse submitting(String agency, String role, Map<String, ?> body) {
        return command(agency, role).body(body).post("/requests").then();
    }

    /** The answer to an action on a request for data. */
    public static ValidatableResponse act(
            String agency, String role, String request, String action, Map<String, ?> fields) {
        return command(agency, role)
                .body(Map.of("action", action, "fields", fields))
                .post("/requests/" + request + "/actions")
                .then();
    }

    /** A request for data as an agency's clerk reads it; it must be visible to the clerk. */
    public static ValidatableResponse read(String agency, String request) {
        return as(agency, "clerk").get("/requests/" + request).then().statusCode(200);
    }

    /** The name of a dataset's first field, as the catalogue tells an agency's clerk. */
    public static String firstField(String agency, String dataset) {
        return as(agency, "clerk").get("/datasets/" + dataset).then().extract().path("fields[0].name");
    }
}
