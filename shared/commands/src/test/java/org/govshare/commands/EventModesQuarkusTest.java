package org.govshare.commands;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.govshare.testkit.entrance.Agencies;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event means the same in every mode, and its faults have the same pointers. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class EventModesQuarkusTest {
    /** REST Assured adds a charset of its own, which is not UTF-8. */
    private static final RestAssuredConfig WITHOUT_CHARSET = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static final String SOURCE = "//modes.test";
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String DATA = "{\"text\":\"疫情流调\"}";
    private static final String WITHOUT_TEXT = "{}";

    @ConfigProperty(name = "govshare.test.owner-url")
    String ownerUrl;

    private String id;

    @BeforeEach
    void newEvent() throws Exception {
        id = "q-" + UUID.randomUUID();
    }

    @Test
    void quotedHeader_isTheSameEventAsInTheOtherModes() {
        String first = binary("\"" + id + "\"", Note.TYPE, DATA)
                .statusCode(201)
                .extract()
                .path("id");

        binary(id, Note.TYPE, DATA).statusCode(201).body("id", equalTo(first));
        binary("%71" + id.substring(1), Note.TYPE, DATA).statusCode(201).body("id", equalTo(first));
        whole(STRUCTURED, event(Note.TYPE, DATA)).statusCode(201).body("id", equalTo(first));
        whole(BATCH, "[" + event(Note.TYPE, DATA) + "]").statusCode(200).body("[0].result.id", equalTo(first));
    }

    @Test
    void emptyBatch_isAnsweredWithNone() {
        whole(BATCH, "[]").statusCode(200).contentType("application/json").body("$", hasSize(0));
        whole(BATCH, "{}").statusCode(422).body("violations[0].pointer", equalTo(""));
        whole(BATCH, "").statusCode(400);
        given().config(WITHOUT_CHARSET)
                .contentType(BATCH)
                .body("[]")
                .post("/events")
                .then()
                .statusCode(401);
    }

    @Test
    void faultInData_isPointedAtAlikeInEveryMode() {
        Matcher<Object> text = equalTo(List.of("/data/text"));
        binary(id, Note.TYPE, WITHOUT_TEXT).statusCode(422).body("violations.pointer", text);
        whole(STRUCTURED, event(Note.TYPE, WITHOUT_TEXT)).statusCode(422).body("violations.pointer", text);
        whole(STRUCTURED, event(Note.TYPE, WITHOUT_TEXT).replace("\"data\":" + WITHOUT_TEXT, base64()))
                .statusCode(422)
                .body("violations.pointer", text);
        whole(BATCH, "[" + event(Note.TYPE, WITHOUT_TEXT) + "]")
                .statusCode(200)
                .body("[0].problem.violations.pointer", text);
    }

    @Test
    void faultInTheJsonOfData_isPointedAtAlikeInEveryMode() {
        String twice = "{\"text\":\"d\",\"text\":\"d\"}";
        binary(id, Note.TYPE, twice)
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/data/text")))
                .body("violations[0].message", containsString("contains the member text twice"));
        whole(STRUCTURED, event(Note.TYPE, twice))
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/data/text")))
                .body("violations[0].message", containsString("contains the member text twice"));
        whole(BATCH, "[" + event(Note.TYPE, twice) + "]")
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/0/data/text")));
        binary(id, Note.TYPE, "{\"text\":nonsense}")
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/data/text")))
                .body("violations[0].message", containsString("is not JSON at line 1, column"));
        binary(id, Note.TYPE, "[]").statusCode(422).body("violations.pointer", equalTo(List.of("/data")));
    }

    @Test
    void faultInAnAttribute_isPointedAtAlikeInEveryMode() {
        String unknown = "org.govshare.nobody.knows.v1";
        Matcher<Object> type = equalTo(List.of("/type"));
        binary(id, unknown, DATA).statusCode(422).body("violations.pointer", type);
        whole(STRUCTURED, event(unknown, DATA)).statusCode(422).body("violations.pointer", type);
        whole(BATCH, "[" + event(unknown, DATA) + "]").statusCode(200).body("[0].problem.violations.pointer", type);

        binary(id, "%22", DATA.substring(0, 1)).statusCode(400);
        binary(id, "", DATA).statusCode(422).body("violations.pointer", type);
        whole(STRUCTURED, event("", DATA)).statusCode(422).body("violations.pointer", type);
        whole(BATCH, "[" + event(Note.TYPE, DATA) + "," + event("", DATA) + "]")
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/1/type")));
    }

    /** REST has its data for a body. */
    @Test
    void faultInTheBodyOfARestCommand_isPointedAtInTheBody() {
        caller().header("Idempotency-Key", id)
                .contentType("application/json")
                .body(WITHOUT_TEXT.getBytes(StandardCharsets.UTF_8))
                .post("/notes")
                .then()
                .statusCode(422)
                .body("violations.pointer", equalTo(List.of("/text")));
    }

    @Test
    void otherEncodings_areNamedInEveryMode() {
        for (String type : List.of("application/json", STRUCTURED, BATCH)) {
            whole(type + ";charset=GBK", "[]")
                    .statusCode(415)
                    .body("violations.pointer", equalTo(List.of("Content-Type")))
                    .body("violations[0].message", equalTo("declares the charset GBK, which is not UTF-8"));
        }
        for (String type : List.of(STRUCTURED, BATCH)) {
            whole(type, "\uFEFF[]")
                    .statusCode(400)
                    .body("violations[0].message", containsString("byte order mark (BOM) of UTF-8 at offset 0"));
            caller().header("Content-Type", type)
                    .body("[{\"家\":1}]".getBytes(Charset.forName("GBK")))
                    .post("/events")
                    .then()
                    .statusCode(400)
                    .body("violations[0].message", containsString("at byte offset 3 and looks like GBK"));
        }
    }

    @Test
    void time_isRfc3339InEveryMode() {
        String event = event("org.govshare.nobody.knows.v1", DATA).replaceFirst("\\{", "{\"time\":\"%s\",");
        for (String time : List.of("2016-12-31T23:59:60Z", "2027-01-01t10:00:00.1234567890123z")) {
            whole(STRUCTURED, event.formatted(time))
                    .statusCode(422)
                    .body("violations.pointer", equalTo(List.of("/type")));
        }
        for (String time : List.of("2027-01-01T10:00Z", "2027-01-01T10:00:00+08", "2027-01-01")) {
            whole(STRUCTURED, event.formatted(time))
                    .statusCode(422)
                    .body("violations.pointer", equalTo(List.of("/time", "/type")));
        }
    }

    private ValidatableResponse binary(String given, String type, String data) {
        return caller().header("ce-specversion", "1.0")
                .header("ce-id", given)
                .header("ce-source", SOURCE)
                .header("ce-type", type)
                .header("Content-Type", "application/json")
                .body(data.getBytes(StandardCharsets.UTF_8))
                .post("/events")
                .then();
    }

    private ValidatableResponse whole(String contentType, String body) {
        return caller().header("Content-Type", contentType)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/events")
                .then();
    }

    private String event(String type, String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"%s\",\"type\":\"%s\",\"data\":%s}"
                .formatted(id, SOURCE, type, data);
    }

    private static String base64() {
        return "\"data_base64\":\"" + Base64.getEncoder().encodeToString(WITHOUT_TEXT.getBytes(StandardCharsets.UTF_8))
                + "\"";
    }

    private static RequestSpecification caller() {
        return given().config(WITHOUT_CHARSET)
                .header(
                        "Authorization",
                        TestTokens.agency(Agencies.SHIJIAZHUANG_HEALTH, "clerk").bearer());
    }
}
