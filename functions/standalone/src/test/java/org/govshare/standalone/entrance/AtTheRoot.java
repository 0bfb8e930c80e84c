package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Notifications and ticks as anybody may send them to {@code /}. */
final class AtTheRoot {
    private AtTheRoot() {}

    /** The event that a function listens to, by the function's name. */
    static RequestSpecification notification(String function) {
        boolean ping = function.endsWith("-ping");
        RequestSpecification request = given().header("ce-specversion", "1.0")
                .header("ce-id", UUID.randomUUID().toString())
                .header("ce-source", "//anybody")
                .header("ce-type", ping ? "dev.knative.sources.ping" : function)
                .header("ce-subject", "130100/hebei-communities")
                .contentType("application/json")
                .body("{\"city\":\"130100\",\"dataset\":\"hebei-communities\"}");
        return ping ? request.header("ce-wakes", function.replace("-ping", "")) : request;
    }

    static Response byName(String method, String function) {
        return notification(function).request(method, "/" + function);
    }
}
