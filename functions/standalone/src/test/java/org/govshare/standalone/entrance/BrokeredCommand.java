package org.govshare.standalone.entrance;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.Optional;
import java.util.UUID;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Preparation;
import org.govshare.testkit.entrance.Row;
import org.govshare.testkit.entrance.Row.Answered;

/** A command on its way through the broker, as its sender means it. */
record BrokeredCommand(String id, String type, String data, Answered by) {
    static final String SOURCE = "//broker-matrix";

    static BrokeredCommand of(Row row, Answered sender, Preparation things) {
        return new BrokeredCommand(UUID.randomUUID().toString(), row.target(), things.put(row.body()), sender);
    }

    TestTokens token() {
        return TestTokens.agency(by.agency(), by.role()).boundTo(id, SOURCE, type, data);
    }

    /** The status that the broker is answered with. */
    int post(Optional<String> token) {
        RequestSpecification request = envelope().header("Govshare-Sink-Secret", OneProcess.SECRET);
        token.ifPresent(jwt -> request.header("ce-actorjwt", jwt));
        return request.post("/").statusCode();
    }

    RequestSpecification envelope() {
        return given().header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", SOURCE)
                .header("ce-type", type)
                .contentType("application/json")
                .body(data);
    }
}
