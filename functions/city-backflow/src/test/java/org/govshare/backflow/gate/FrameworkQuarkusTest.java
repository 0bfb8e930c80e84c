package org.govshare.backflow.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.backflow.gate.RawHttp.Answer;
import org.govshare.testkit.PostgresResource;
import org.govshare.testkit.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of the framework itself are problem details too, in the reader's language. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FrameworkQuarkusTest {
    private static final String AGENCY = "Y1130100FAKE000214";

    @ParameterizedTest
    @CsvSource({
        "GET,/no/such/path,404",
        "POST,/no/such/path,404",
        "GET,/events/more,404",
        "GET,/events,405",
        "DELETE,/backflow/needs,405",
        "NONSENSE,/backflow/needs,405"
    })
    void refusal_isAProblemInBothLanguages(String method, String path, int status) throws IOException {
        for (String language : new String[] {"zh", "en"}) {
            Map<String, String> headers = token();
            headers.put("Accept-Language", language);
            Answer answer = send(method, path, headers, "");
            assertProblem(answer, status);
            assertEquals(status == 405, allow(answer).isPresent(), answer.head());
            boolean chinese = answer.json().path("detail").asText().codePoints().anyMatch(c -> c > 0x3000);
            assertEquals("zh".equals(language), chinese, answer.body());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET          | /events         | OPTIONS, POST
            DELETE       | /backflow/needs | OPTIONS, POST
            NONSENSE     | /backflow/needs | OPTIONS, POST
            POST         | /backflow/streams | GET, HEAD, OPTIONS
            PUT          | /notices/x      | GET, HEAD, OPTIONS
            DELETE       | /               | POST
            """)
    void methodNotAllowed_saysWhichAre(String method, String path, String methods) throws IOException {
        Answer answer = send(method, path, token(), "");

        assertProblem(answer, 405);
        assertEquals(Optional.of(methods), allow(answer), answer.head());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de, zh;q=0.5    | true
            zh-Hans-CN      | true
            zh-TW, en;q=0.9 | true
            en;q=0, *       | true
            de, en;q=0      | true
            zh;q=0, *;q=0.5 | false
            zh;q=0.4, en    | false
            *               | false
            de              | false
            """)
    void language_isTheBestThatIsSpoken(String wanted, boolean chinese) throws IOException {
        Map<String, String> headers = token();
        headers.put("Accept-Language", wanted);
        for (String path : new String[] {"/no/such/path", "/events"}) {
            String title = send("GET", path, headers, "").json().path("title").asText();
            assertEquals(chinese, title.codePoints().anyMatch(c -> c > 0x3000), title);
        }
    }

    @Test
    void otherEncodings_areNamed() throws IOException {
        Map<String, String> declared = json();
        declared.put("Content-Type", "application/json;charset=\"gb18030\"");
        Answer unsupported = send("POST", "/backflow/needs", declared, "{}");
        assertProblem(unsupported, 415);
        assertNames("Content-Type", unsupported);
        assertEquals(
                "declares the charset gb18030, which is not UTF-8",
                unsupported.json().at("/violations/0/message").asText());

        byte[] gbk = "{\"city\":\"家\"}".getBytes(Charset.forName("GBK"));
        Answer broken = RawHttp.send(RestAssured.port, "POST", "/backflow/needs", json(), gbk);
        assertProblem(broken, 400);
        assertNames("/city", broken);
        assertEquals(
                "is not UTF-8 at byte offset 9 and looks like GBK; send UTF-8",
                broken.json().at("/violations/0/message").asText());

        Answer marked = send("POST", "/backflow/needs", json(), "\uFEFF{}");
        assertProblem(marked, 400);
        assertNames("", marked);
        assertEquals(
                "begins with a byte order mark (BOM) of UTF-8 at offset 0; send UTF-8 without it",
                marked.json().at("/violations/0/message").asText());
    }

    @Test
    void noJsonAndAMemberTwice_areTwoThings() throws IOException {
        assertEquals(
                "contains the member city twice, at line 1, column 31",
                send("POST", "/backflow/needs", json(), "{\"city\":\"130100\",\"city\":\"1302\"}")
                        .json()
                        .at("/violations/0/message")
                        .asText());
        assertEquals(
                "is not JSON at line 1, column 2",
                send("POST", "/backflow/needs", json(), "{")
                        .json()
                        .at("/violations/0/message")
                        .asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%zz", "/backflow/%", "/requests/%C3%28", "/backflow/streams?limit=%zz", "/backflow/streams?%=1"
            })
    void malformedUri_isRefused(String path) throws IOException {
        Answer answer = send("GET", path, token(), "");

        assertTrue(answer.status() == 400 || answer.status() == 404, answer.head());
        // What is no URI at all the server refuses before any route, with nothing but the status.
        assertTrue(answer.body().isEmpty() || answer.isProblem(), answer.head() + answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain, image/png;q=0.1",
                "nonsense",
                "*",
                "a/b/c",
                ";;",
                "application/json;q=x",
                "application/xml"
            })
    void oddAccept_isAnsweredWithoutFailing(String accept) throws IOException {
        Map<String, String> headers = token();
        headers.put("Accept", accept);
        Answer answer = send("GET", "/backflow/streams", headers, "");

        assertTrue(answer.status() == 200 || answer.status() == 406 || answer.status() == 400, answer.head());
        if (answer.status() != 200) {
            assertNames("Accept", answer);
        }
    }

    @Test
    void otherContentTypes_areUnsupported() throws IOException {
        for (String type :
                new String[] {"text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense"}) {
            Map<String, String> headers = token();
            headers.put("Content-Type", type);
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            Answer answer = send("POST", "/backflow/needs", headers, "{}");
            assertProblem(answer, 415);
            assertNames("Content-Type", answer);
        }
    }

    @Test
    void missingHeader_isNamedInBothLanguages() throws IOException {
        for (String language : new String[] {"zh", "en"}) {
            Map<String, String> headers = json();
            headers.remove("Idempotency-Key");
            headers.put("Accept-Language", language);
            Answer answer = send("POST", "/backflow/needs", headers, "{}");
            assertProblem(answer, 400);
            assertNames("Idempotency-Key", answer);
            assertEquals(
                    "zh".equals(language) ? "必须填写" : "is required",
                    answer.json().at("/violations/0/message").asText());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',422,''",
        "'{',400,''",
        "'{\"city\":\"130100\",\"city\":\"130200\"}',400,/city",
        "'{\"city\":\"a\\u0000b\"}',422,/city",
        "'{\"city\":\"\\ud800\"}',422,/city",
        "'{\"city\":1e999}',422,/city",
        "'{\"city\":1e99999999999}',422,/city",
        "'{\"a~b/c\":\"\\ud800\"}',422,/a~0b~1c",
        "'{} {}',400,''"
    })
    void invalidJson_isRefusedWithThePointer(String body, int status, String pointer) throws IOException {
        Map<String, String> headers = json();
        Answer answer = send("POST", "/backflow/needs", headers, body);

        assertProblem(answer, status);
        assertEquals(pointer, answer.json().at("/violations/0/pointer").asText(), answer.body());
    }

    @Test
    void limitsOfJson_areNamedInTheRefusal() throws IOException {
        StringBuilder members = new StringBuilder("{\"m0\":0");
        for (int i = 1; i <= 1000; i++) {
            members.append(",\"m").append(i).append("\":0");
        }
        assertRule("{\"x\":" + "[".repeat(32) + "]".repeat(32) + "}", "nested deeper than 32");
        assertRule(members.append('}').toString(), "more than 1000 members");
        assertRule("{\"x\":" + "1".repeat(500) + "}", "a number at most 400 digits");
        assertRule("{\"x\":\"" + "x".repeat(70_000) + "\"}", "a text may have at most 65536 characters");
        assertRule("{\"" + "x".repeat(201) + "\":1}", "name of more than 200 characters");
    }

    @Test
    void bodyTooLarge_isAProblem() throws IOException {
        Map<String, String> announced = json();
        announced.put("Content-Length", "2000000");
        assertProblem(send("POST", "/backflow/needs", announced, ""), 413);
        assertProblem(send("POST", "/", announced, ""), 413);

        Map<String, String> chunked = json();
        chunked.put("Transfer-Encoding", "chunked");
        String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        assertProblem(send("POST", "/backflow/needs", chunked, chunk.repeat(20) + "0\r\n\r\n"), 413);
    }

    @Test
    void longUriAndHeaders_areProblems() throws IOException {
        Map<String, String> headers = token();
        headers.put("X-Long", "x".repeat(20_000));

        assertProblem(send("GET", "/backflow/streams?x=" + "y".repeat(5_000), token(), ""), 414);
        assertProblem(send("GET", "/backflow/streams", headers, ""), 431);
    }

    private static void assertRule(String body, String rule) throws IOException {
        Answer answer = send("POST", "/backflow/needs", json(), body);
        assertProblem(answer, 422);
        assertTrue(answer.body().contains(rule), answer.body());
    }

    private static void assertNames(String header, Answer answer) throws IOException {
        assertTrue(answer.isProblem(), answer.head() + answer.body());
        assertEquals(header, answer.json().at("/violations/0/pointer").asText(), answer.body());
    }

    private static void assertProblem(Answer answer, int status) throws IOException {
        assertEquals(status, answer.status(), answer.head() + answer.body());
        assertTrue(answer.isProblem(), answer.head());
        assertEquals(status, answer.json().path("status").asInt(), answer.body());
    }

    private static Optional<String> allow(Answer answer) {
        return answer.head()
                .lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("allow: "))
                .map(line -> line.substring(7))
                .findFirst();
    }

    private static Map<String, String> token() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", TestTokens.agency(AGENCY, "platform").bearer());
        return headers;
    }

    private static Map<String, String> json() {
        Map<String, String> headers = token();
        headers.put("Content-Type", "application/json");
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        return headers;
    }

    private static Answer send(String method, String path, Map<String, String> headers, String body)
            throws IOException {
        return RawHttp.send(RestAssured.port, method, path, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
