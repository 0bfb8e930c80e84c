package org.govshare.backflow.gate;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.govshare.backflow.gate.RawHttp.Answer;
import org.govshare.testkit.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate of an assembled function corrects what Funqy does wrong at {@code /}. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class GateQuarkusTest {
    private static final String WAKE = "org.govshare.backflow.wake.v1";
    private static final String STRUCTURED = "application/cloudevents+json; charset=UTF-8";

    @ParameterizedTest
    @CsvSource({
        "ce-source,,/source",
        "ce-source,'',/source",
        "ce-source,'not a uri',/source",
        "ce-id,,/id",
        "ce-id,'',/id",
        "ce-specversion,,/specversion",
        "ce-specversion,0.3,/specversion",
        "ce-specversion,2.0,/specversion",
        "ce-type,,/type",
        "ce-type,'',/type",
        "ce-time,yesterday,/time",
        "ce-time,2027-01-01T10:00Z,/time",
        "ce-time,2027-01-01T10:00:00+08,/time",
        "ce-time,2027-01-01 10:00:00Z,/time",
        "ce-time,2027-01-30T23:59:60Z,/time",
        "ce-id,'\"q-3',/id",
        "ce-id,'\"\"',/id",
        "ce-id,caf\u00e9,/id",
        "ce-subject,\u00ff,/subject",
        "ce-bad_name,x,/bad_name",
        "ce-subject,%zz,/subject",
        "ce-subject,%C3,/subject",
        "ce-subject,a%00b,/subject"
    })
    void wrongAttribute_isRefusedByName(String header, String value, String pointer) throws IOException {
        Map<String, String> headers = binary(EchoFunction.TYPE);
        headers.remove(header);
        if (value != null) {
            headers.put(header, value);
        }

        assertRefused(post(headers, "{\"word\":\"x\"}"), 400, pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"word\":',/data/word",
        "'nonsense',/data",
        "'{\"word\":{\"a\":1}}',/data/word",
        "'[1]',/data",
        "'',/data",
        "'{\"word\":\"a\",\"word\":\"b\"}',/data/word"
    })
    void wrongData_isRefusedForGood(String data, String pointer) throws IOException {
        assertRefused(post(binary(EchoFunction.TYPE), data), 400, pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-12-31T23:59:60Z",
                "2017-01-01T07:59:60.5+08:00",
                "2027-01-01t10:00:00z",
                "2027-01-01T10:00:00.123456789012345678Z",
                "\"2027-01-01T10:00:00-00:00\""
            })
    void timeOfRfc3339_isTaken(String time) throws IOException {
        Map<String, String> headers = binary(EchoFunction.TYPE);
        headers.put("ce-time", time);

        assertEquals(204, post(headers, "{\"word\":\"x\"}").status());
        assertTrue(EchoFunction.SEEN.containsKey(headers.get("ce-id")));
    }

    @Test
    void quotedValues_areUnquoted() throws IOException {
        Map<String, String> headers = binary(EchoFunction.TYPE);
        String id = headers.get("ce-id");
        headers.put("ce-id", "\"" + id + "\"");
        headers.put("ce-subject", "\"say \\\"%E7%9F%B3\\\"\"");
        post(headers, "{\"word\":\"x\"}");

        assertEquals("say \"石\"", EchoFunction.SEEN.get(id).subject());
    }

    @Test
    void otherEncodings_areNamed() throws IOException {
        Map<String, String> declared = binary(EchoFunction.TYPE);
        declared.put("Content-Type", "application/json; charset=GBK");
        Answer unsupported = post(declared, "{\"word\":\"x\"}");
        assertRefused(unsupported, 415, "Content-Type");
        assertTrue(unsupported.body().contains("declares the charset GBK"), unsupported.body());

        byte[] gbk = "{\"word\":\"家\"}".getBytes(Charset.forName("GBK"));
        Answer broken = RawHttp.send(port(), "POST", "/", binary(EchoFunction.TYPE), gbk);
        assertRefused(broken, 400, "/data/word");
        assertTrue(broken.body().contains("not UTF-8 at byte offset 9 and looks like GBK"), broken.body());

        Answer marked = post(binary(EchoFunction.TYPE), "\uFEFF{\"word\":\"x\"}");
        assertRefused(marked, 400, "/data");
        assertTrue(marked.body().contains("(BOM) of UTF-8 at offset 0"), marked.body());
    }

    @Test
    void dataNestedTooDeep_isRefusedWithTheRule() throws IOException {
        Answer answer = post(binary(EchoFunction.TYPE), "{\"word\":" + "[".repeat(40) + "]".repeat(40) + "}");

        assertEquals(400, answer.status());
        assertTrue(answer.body().contains("nested deeper than 32"), answer.body());
    }

    @Test
    void typeWithoutAFunction_isDropped() throws IOException {
        assertAll(
                () -> assertEquals(
                        204, post(binary("org.govshare.nobody.cares.v1"), "{}").status()),
                () -> assertEquals(204, post(binary("com.example.other"), "{}").status()),
                () -> assertEquals(
                        204, post(binary("dev.knative.sources.ping"), "{}").status()));
    }

    @Test
    void failure_isAnsweredWith500WithoutItsText() throws IOException {
        Answer answer = post(binary(EchoFunction.TYPE), "{\"word\":\"x\",\"fail\":true}");

        assertEquals(500, answer.status());
        assertTrue(answer.isProblem(), answer.head());
        assertFalse(answer.body().contains("secret"), answer.body());
    }

    @Test
    void structuredMode_keepsExtensionsThatAreNoText() throws IOException {
        String id = UUID.randomUUID().toString();
        Answer answer = post(Map.of("Content-Type", STRUCTURED), """
                {"specversion":"1.0","id":"%s","source":"//test","type":"%s","subject":"石家庄","count":7,"sure":true,
                 "datacontenttype":"application/json","data":{"word":"词"}}""".formatted(id, EchoFunction.TYPE));

        assertEquals(204, answer.status(), answer.body());
        EchoFunction.Seen seen = EchoFunction.SEEN.get(id);
        assertAll(
                () -> assertEquals("7", seen.extensions().get("count")),
                () -> assertEquals("true", seen.extensions().get("sure")),
                () -> assertEquals("石家庄", seen.subject()),
                () -> assertEquals("词", seen.word()));
    }

    @Test
    void structuredWithoutContentTypeOfData_isTakenAsJson() throws IOException {
        String id = UUID.randomUUID().toString();
        Answer answer = post(Map.of("Content-Type", STRUCTURED), """
                {"specversion":"1.0","id":"%s","source":"//test","type":"%s","data_base64":"eyJ3b3JkIjoiYSJ9"}""".formatted(id, EchoFunction.TYPE));

        assertEquals(204, answer.status(), answer.body());
        assertEquals("a", EchoFunction.SEEN.get(id).word());
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"//t\",\"type\":7}',/type",
        "'{\"specversion\":1.0,\"id\":\"1\",\"source\":\"//t\",\"type\":\"a\"}',/specversion",
        "'{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"//t\",\"type\":\"a\",\"x\":{}}',/x",
        "'{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"//t\",\"type\":\"a\",\"data\":1,\"data_base64\":\"\"}',/data_base64",
        "'{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"//t\",\"type\":\"a\",\"data_base64\":\"*\"}',/data_base64",
        "'{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"//t\",\"type\":\"a\",\"data_base64\":\"eyJhIjoxLCJhIjoxfQ==\"}',/data/a",
        "'{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"//t\",\"type\":\"a\",\"data\":{\"a\":1,\"a\":1}}',/data/a",
        "'{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"//t\",\"type\":\"a\",\"datacontenttype\":\"text/xml\"}',/datacontenttype",
        "'[]',''"
    })
    void wrongStructuredEvent_isRefusedByName(String event, String pointer) throws IOException {
        assertRefused(post(Map.of("Content-Type", STRUCTURED), event), 400, pointer);
    }

    @Test
    void subjectInBinaryMode_isDecoded() throws IOException {
        Map<String, String> headers = binary(EchoFunction.TYPE);
        headers.put("ce-subject", "%E7%9F%B3%E5%AE%B6%E5%BA%84%2Fa%25");
        post(headers, "{\"word\":\"x\"}");

        assertEquals("石家庄/a%", EchoFunction.SEEN.get(headers.get("ce-id")).subject());
    }

    @Test
    void batchAndOtherContent_areUnsupported() throws IOException {
        Map<String, String> text = binary(EchoFunction.TYPE);
        text.put("Content-Type", "text/plain");

        assertRefused(post(Map.of("Content-Type", "application/cloudevents-batch+json"), "[]"), 415, null);
        assertRefused(post(Map.of("Content-Type", "application/cloudevents+xml"), "<a/>"), 415, "Content-Type");
        assertRefused(post(text, "{}"), 415, "Content-Type");
    }

    @Test
    void gzip_isUnsupported() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("{\"word\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        }
        Map<String, String> headers = binary(EchoFunction.TYPE);
        headers.put("Content-Encoding", "gzip");

        assertRefused(RawHttp.send(port(), "POST", "/", headers, zipped.toByteArray()), 415, "Content-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/" + WAKE,
                "/" + WAKE + "/",
                "/" + WAKE + "/more",
                "//" + WAKE,
                "/x/../" + WAKE,
                "/./" + WAKE,
                "/%6Frg.govshare.backflow.wake.v1",
                "/%256Frg.govshare.backflow.wake.v1",
                "/ORG.govshare.backflow.wake.V1",
                "/x%2F" + WAKE,
                "/" + WAKE + ";a=b",
                "/" + WAKE + "?city=130100",
                "/backflow-ping",
                "/org.govshare.test.echo.v1"
            })
    void functionByName_isNotThere(String path) throws IOException {
        for (String method : new String[] {"GET", "POST", "PUT", "HEAD", "DELETE"}) {
            Map<String, String> headers = binary(EchoFunction.TYPE);
            Answer answer =
                    RawHttp.send(port(), method, path, headers, "{\"word\":\"x\"}".getBytes(StandardCharsets.UTF_8));
            assertEquals(404, answer.status(), method + " " + path);
            assertTrue(answer.isProblem(), method + " " + path + " " + answer.head());
            assertFalse(EchoFunction.SEEN.containsKey(headers.get("ce-id")), method + " " + path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "NONSENSE"})
    void otherMethods_areNotAllowed(String method) throws IOException {
        Answer answer = RawHttp.send(port(), method, "/", binary(EchoFunction.TYPE), new byte[0]);

        assertRefused(answer, 405, null);
        assertTrue(answer.head().toLowerCase(java.util.Locale.ROOT).contains("allow: post"), answer.head());
    }

    @Test
    void outcomes_areCountedByType() throws IOException {
        post(binary(EchoFunction.TYPE), "{\"word\":\"x\"}");
        post(binary(EchoFunction.TYPE), "{\"word\":\"x\",\"fail\":true}");
        post(binary(EchoFunction.TYPE), "{\"word\":[]}");
        post(binary("org.govshare.nobody.cares.v1"), "{}");

        String metrics =
                RawHttp.send(port(), "GET", "/q/metrics", Map.of(), new byte[0]).body();
        for (String outcome : new String[] {"handled", "failed", "refused"}) {
            assertTrue(
                    metrics.lines()
                            .anyMatch(line -> line.startsWith("govshare_events_total")
                                    && line.contains("outcome=\"" + outcome + "\"")
                                    && line.contains("type=\"" + EchoFunction.TYPE + "\"")),
                    outcome);
        }
        assertTrue(metrics.contains("outcome=\"dropped\",type=\"other\""), "dropped");
    }

    private static Map<String, String> binary(String type) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", UUID.randomUUID().toString());
        headers.put("ce-source", "//test");
        headers.put("ce-type", type);
        headers.put("Content-Type", "application/json");
        return headers;
    }

    private static Answer post(Map<String, String> headers, String body) throws IOException {
        return RawHttp.send(port(), "POST", "/", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static int port() {
        return RestAssured.port;
    }

    private static void assertRefused(Answer answer, int status, String pointer) throws IOException {
        assertEquals(status, answer.status(), answer.head() + answer.body());
        assertTrue(answer.isProblem(), answer.head());
        if (pointer != null) {
            assertEquals(pointer, answer.json().at("/violations/0/pointer").asText(), answer.body());
        }
    }
}
