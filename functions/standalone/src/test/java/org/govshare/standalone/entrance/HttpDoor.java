package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.WebhookReceiver;
import org.govshare.testkit.entrance.Door;

/** By HTTP, as people's tools and platforms come. */
final class HttpDoor implements Door {
    /** What a preparation is given so that a city's deliveries come to the receiver. */
    static Map<String, String> webhook(WebhookReceiver city) {
        return Map.of("webhook-url", city.address().toString(), "webhook-secret", city.secret());
    }

    @Override
    public String send(String agency, String path, String body) {
        return taken(head(agency, body)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post(path));
    }

    @Override
    public String event(String agency, String type, String data) {
        return taken(head(agency, data)
                .header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "//preparation")
                .header("ce-type", type)
                .post("/events"));
    }

    private static RequestSpecification head(String agency, String body) {
        return given().header(
                        "Authorization",
                        TestTokens.agency(agency, "clerk", "leader").bearer())
                .contentType(ContentType.JSON)
                .body(body);
    }

    private static String taken(Response response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.statusCode() + " " + response.asString());
        }
        return Optional.ofNullable(response.jsonPath().getString("id")).orElse("");
    }
}
