package org.govshare.platform.json;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.Violation;
import org.junit.jupiter.api.Test;

class JsonInTest {
    private final JsonIn json = new JsonIn(new Small());

    /** Limits that a test can write out. */
    private record Small() implements JsonLimits {
        @Override
        public int depth() {
            return 4;
        }

        @Override
        public int members() {
            return 3;
        }

        @Override
        public int name() {
            return 8;
        }

        @Override
        public int text() {
            return 10;
        }

        @Override
        public int digits() {
            return 20;
        }

        @Override
        public int batch() {
            return 2;
        }
    }

    @Test
    void numbers_keepEveryDigit() {
        assertEquals(
                "{\"a\":0.1234567890123456789,\"b\":1.50}",
                read("{\"a\":0.1234567890123456789,\"b\":1.50}").toString());
    }

    @Test
    void numbersWrittenDifferently_haveOneDigest() {
        String one = CanonicalJson.writeExactly(read("{\"n\":1}"));
        assertAll(
                () -> assertEquals(one, CanonicalJson.writeExactly(read("{\"n\":1.0}"))),
                () -> assertEquals(one, CanonicalJson.writeExactly(read("{ \"n\" : 10e-1 }"))),
                () -> assertNotEquals(one, CanonicalJson.writeExactly(read("{\"n\":1.0000000000000001}"))));
    }

    @Test
    void beyondALimit_isRefusedAtItsPlace() {
        assertAll(
                () -> assertTrue(place("{\"a\":{\"b\":{\"c\":{\"d\":{}}}}}").startsWith("/a/b/c")),
                () -> assertEquals("/a", place("{\"a\":\"12345678901\"}")),
                () -> assertEquals("/a", place("{\"a\":1e20}")),
                () -> assertEquals("/a", place("{\"a\":1e-21}")),
                () -> assertEquals("/a", place("{\"a\":1e99999999999}")),
                () -> assertEquals("/a", place("{\"a\":123456789012345678901}")),
                () -> assertEquals("/a", place("{\"a\":{\"1\":1,\"2\":1,\"3\":1,\"4\":1}}")),
                () -> assertEquals("/a/123456789", place("{\"a\":{\"b\":0,\"123456789\":1}}")));
    }

    @Test
    void unstorableText_isRefusedAtItsPlace() {
        assertAll(
                () -> assertEquals("/a/1", place("{\"a\":[\"x\",\"\\u0000\"]}")),
                () -> assertEquals("/a", place("{\"a\":\"\\ud83d\"}")),
                () -> assertEquals("/ab", place("{\"a\\u0000b\":1}")),
                () -> assertEquals("/a~1b", place("{\"a/b\":\"\\udc00\"}")));
    }

    @Test
    void wholePair_isTaken() {
        assertEquals("👍", read("{\"a\":\"\\ud83d\\udc4d\"}").path("a").textValue());
        assertEquals(1, read("{\"\\ud83d\\udc4d\":1}").path("👍").intValue());
    }

    @Test
    void brokenJson_isMalformedAtItsPlace() {
        assertAll(
                () -> assertEquals("/a", place("{\"a\":1,\"a\":2}")),
                () -> assertEquals("/b", place("{\"a\":1,\"b\":NaN}")),
                () -> assertEquals("", place("{} {}")),
                () -> assertEquals(
                        "urn:govshare:problem:malformed", refusal("{").type().uri()));
    }

    @Test
    void octetsThatAreNoUtf8_areMalformedAtTheirPlace() {
        byte[] body = "{\"a\":1,\"b\":\"xy\"}".getBytes(StandardCharsets.UTF_8);
        body[12] = (byte) 0xc3;

        Problem problem =
                assertThrows(ProblemException.class, () -> json.read(body)).problem();

        assertEquals("urn:govshare:problem:malformed", problem.type().uri());
        assertEquals("/b", problem.violations().get(0).pointer());
    }

    @Test
    void nothing_isNothing() {
        assertTrue(json.read(new byte[0]).isEmpty());
        assertTrue(json.read(" \n".getBytes(StandardCharsets.UTF_8)).isEmpty());
    }

    private JsonNode read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private String place(String text) {
        List<Violation> violations = refusal(text).violations();
        assertEquals(1, violations.size());
        return violations.get(0).pointer();
    }

    private Problem refusal(String text) {
        return assertThrows(ProblemException.class, () -> read(text)).problem();
    }
}
