package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Optional;
import java.util.UUID;
import org.govshare.testkit.TestTokens;

/** By HTTP, as people's tools and platforms come. */
final class HttpDoor implements Door {
    @Override
    public String send(String agency, String path, String body) {
        var request = given().header(
                        "Authorization", TestTokens.agency(agency, "clerk").bearer())
                .contentType(ContentType.JSON)
                .body(body);
        if (path.equals("/events")) {
            request.header("ce-specversion", "1.0")
                    .header("ce-id", UUID.randomUUID().toString())
                    .header("ce-source", "//world")
                    .header("ce-type", "org.govshare.records.changed.v1");
        } else {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        Response response = request.post(path);
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.statusCode() + " " + response.asString());
        }
        return Optional.ofNullable(response.jsonPath().getString("id")).orElse("");
    }
}
