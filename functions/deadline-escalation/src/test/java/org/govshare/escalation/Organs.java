package org.govshare.escalation;

import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.http.Api;

/** What organs and agencies say over HTTP. */
public final class Organs {
    private Organs() {}

    public static ValidatableResponse give(
            String organ, String collection, UUID caseId, String clock, Map<String, String> fields) {
        return post(organ, collection, Map.of("case", caseId.toString(), "clock", clock, "fields", fields));
    }

    /** An act about what the organ found an agency to have done. */
    public static ValidatableResponse find(
            String organ, String collection, UUID caseId, String agency, Map<String, String> fields) {
        return post(organ, collection, Map.of("case", caseId.toString(), "agency", agency, "fields", fields));
    }

    /** The path of what has just been opened. */
    public static String path(ValidatableResponse given) {
        return URI.create(given.statusCode(201).extract().header("Location")).getPath();
    }

    public static ValidatableResponse act(String agency, String location, String action, Map<String, String> fields) {
        return post(agency, location + "/actions", Map.of("action", action, "fields", fields));
    }

    public static ValidatableResponse post(String agency, String path, Map<String, ?> body) {
        return post(TestTokens.agency(agency, "clerk"), path, body);
    }

    public static ValidatableResponse post(TestTokens token, String path, Map<String, ?> body) {
        return Api.command(token)
                .header("Accept-Language", "en")
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse get(String agency, String path, String language) {
        return Api.as(agency, "clerk")
                .header("Accept-Language", language)
                .get(path)
                .then();
    }
}
