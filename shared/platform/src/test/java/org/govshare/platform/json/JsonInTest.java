package org.govshare.platform.json;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.Violation;
import org.junit.jupiter.api.Test;

class JsonInTest {
    private final JsonIn json = new JsonIn(new Small());

    /** Limits that a test can write out. */
    private static class Small implements JsonLimits {
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
    void beyondALimit_isRefusedWithThePointer() {
        assertAll(
                () -> assertTrue(pointer("{\"a\":{\"b\":{\"c\":{\"d\":{}}}}}").startsWith("/a/b/c")),
                () -> assertEquals("/a", pointer("{\"a\":\"12345678901\"}")),
                () -> assertEquals("/a", pointer("{\"a\":1e20}")),
                () -> assertEquals("/a", pointer("{\"a\":1e-21}")),
                () -> assertEquals("/a", pointer("{\"a\":1e99999999999}")),
                () -> assertEquals("/a", pointer("{\"a\":123456789012345678901}")),
                () -> assertEquals("/a", pointer("{\"a\":{\"1\":1,\"2\":1,\"3\":1,\"4\":1}}")),
                () -> assertEquals("/a/123456789", pointer("{\"a\":{\"b\":0,\"123456789\":1}}")));
    }

    @Test
    void numberThatADoubleRoundsToZero_isRefusedWithThePointer() {
        JsonIn usual = new JsonIn(new Small() {
            @Override
            public int digits() {
                return 400;
            }
        });
        for (String small : List.of("1e-400", "-1e-324", "0.1e-399", "2e-324")) {
            byte[] body = ("{\"a\":[0," + small + "]}").getBytes(StandardCharsets.UTF_8);
            List<Violation> violations = assertThrows(ProblemException.class, () -> usual.read(body), small)
                    .problem()
                    .violations();
            assertEquals(1, violations.size());
            assertEquals("/a/1", violations.get(0).pointer());
            assertEquals(
                    "is not 0 but too close to 0 for a double (RFC 7493); write it as text",
                    violations.get(0).message().en());
        }
        for (String taken : List.of("5e-324", "-3e-324", "0", "-0.0", "0e-300")) {
            byte[] body = ("{\"a\":" + taken + "}").getBytes(StandardCharsets.UTF_8);
            assertDoesNotThrow(() -> usual.read(body), taken);
        }
    }

    @Test
    void unstorableText_isRefusedWithThePointer() {
        assertAll(
                () -> assertEquals("/a/1", pointer("{\"a\":[\"x\",\"\\u0000\"]}")),
                () -> assertEquals("/a", pointer("{\"a\":\"\\ud83d\"}")),
                () -> assertEquals("/ab", pointer("{\"a\\u0000b\":1}")),
                () -> assertEquals("/a~1b", pointer("{\"a/b\":\"\\udc00\"}")));
    }

    @Test
    void wholePair_isTaken() {
        assertEquals("👍", read("{\"a\":\"\\ud83d\\udc4d\"}").path("a").textValue());
        assertEquals(1, read("{\"\\ud83d\\udc4d\":1}").path("👍").intValue());
    }

    @Test
    void brokenJson_isMalformedWithThePointer() {
        assertAll(
                () -> assertEquals("/a", pointer("{\"a\":1,\"a\":2}")),
                () -> assertEquals("/b", pointer("{\"a\":1,\"b\":NaN}")),
                () -> assertEquals("", pointer("{} {}")),
                () -> assertEquals(
                        "urn:govshare:problem:malformed", refusal("{").type().uri()));
    }

    @Test
    void memberTwice_isNamed() {
        assertAll(
                () -> assertEquals("contains the member a twice, at line 1, column 13", said("{\"a\":1,\"a\":2}")),
                () -> assertEquals("字段 a 出现两次，见第 1 行第 13 列", saidInChinese("{\"a\":1,\"a\":2}")),
                () -> assertEquals(
                        "contains the member b twice, at line 1, column 18", said("{\"a\":{\"b\":1,\"b\":{}}}")),
                () -> assertEquals("/a/b", pointer("{\"a\":{\"b\":1,\"b\":{}}}")),
                () -> assertEquals("/a/1/b", pointer("{\"a\":[1,{\"b\":1,\"b\":[]}]}")),
                () -> assertEquals("/a", pointer("{\"a\":1,\"\\u0061\":2}")));
    }

    @Test
    void invalidJson_isReportedWithLineAndColumn() {
        assertEquals("is not JSON at line 2, column 6", said("{\"a\":1,\n\"b\":x}"));
        assertEquals("第 2 行第 6 列处不是 JSON", saidInChinese("{\"a\":1,\n\"b\":x}"));
    }

    @Test
    void octetsThatAreNotUtf8_areMalformedWithPointerAndOffset() {
        byte[] body = "{\"a\":1,\"b\":\"xy\"}".getBytes(StandardCharsets.UTF_8);
        body[13] = (byte) 0xc3;

        Problem problem = refusal(body);

        assertEquals("urn:govshare:problem:malformed", problem.type().uri());
        assertEquals("/b", problem.violations().get(0).pointer());
        assertEquals(
                "is not UTF-8 at byte offset 13; send UTF-8",
                problem.violations().get(0).message().en());
    }

    @Test
    void gbk_isNamedWithItsOffset() {
        // The two octets of 石 are UTF-8 too, of another character.
        byte[] body = "{\"b\":\"石家庄\"}".getBytes(Charset.forName("GBK"));
        Violation violation = refusal(body).violations().get(0);
        assertAll(
                () -> assertEquals("/b", violation.pointer()),
                () -> assertEquals(
                        "is not UTF-8 at byte offset 8 and looks like GBK; send UTF-8",
                        violation.message().en()),
                () -> assertEquals(
                        "偏移 8 处的字节不是 UTF-8，像是 GBK；请以 UTF-8 编码发送",
                        violation.message().zh()));
    }

    @Test
    void gb18030InFourOctets_looksLikeGbkToo() {
        assertTrue(Gbk.fits("{\"b\":\"𠮷㐂€\"}".getBytes(Charset.forName("GB18030"))));
        assertFalse(Gbk.fits(new byte[] {(byte) 0x81}));
        assertFalse(Gbk.fits(new byte[] {(byte) 0x81, 0x30, (byte) 0x81}));
        assertFalse(Gbk.fits(new byte[] {(byte) 0xff, 0x40}));
    }

    @Test
    void byteOrderMark_isNamed() {
        String json = "\uFEFF{}";
        Map<Charset, String> marks = Map.of(
                StandardCharsets.UTF_8, "UTF-8",
                StandardCharsets.UTF_16BE, "UTF-16BE",
                StandardCharsets.UTF_16LE, "UTF-16LE");
        marks.forEach((charset, name) -> {
            Problem problem = refusal(json.getBytes(charset));
            assertEquals("urn:govshare:problem:malformed", problem.type().uri());
            assertEquals(
                    "begins with a byte order mark (BOM) of " + name + " at offset 0; send UTF-8 without it",
                    problem.violations().get(0).message().en());
        });
    }

    @Test
    void declaredCharset_isUtf8OrUnsupported() {
        for (String sound : new String[] {
            null,
            "",
            "application/json",
            "application/json; charset=utf-8",
            "application/json;charset=\"UTF-8\"",
            "application/json; CHARSET=utf8",
            "application/json; x=charset"
        }) {
            assertDoesNotThrow(() -> DeclaredCharset.check(sound), sound);
        }
        Map<String, String> others = Map.of(
                "application/json; charset=GBK", "declares the charset GBK, which is not UTF-8",
                "application/json;charset=\"gb18030\"", "declares the charset gb18030, which is not UTF-8",
                "application/json; charset=us-ascii", "declares the charset us-ascii, which is not UTF-8",
                "application/json; charset=", "declares the charset, which is not UTF-8",
                "application/json; charset=utf-8; charset=gbk", "declares the charset gbk, which is not UTF-8");
        others.forEach((type, message) -> {
            Problem problem = assertThrows(ProblemException.class, () -> DeclaredCharset.check(type), type)
                    .problem();
            assertEquals(415, problem.type().status());
            assertEquals("Content-Type", problem.violations().get(0).pointer());
            assertEquals(message, problem.violations().get(0).message().en());
        });
    }

    @Test
    void nothing_isNothing() {
        assertTrue(json.read(new byte[0]).isEmpty());
        assertTrue(json.read(" \n".getBytes(StandardCharsets.UTF_8)).isEmpty());
    }

    private JsonNode read(String text) {
        return json.read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    private String pointer(String text) {
        List<Violation> violations = refusal(text).violations();
        assertEquals(1, violations.size());
        return violations.get(0).pointer();
    }

    private String said(String text) {
        return refusal(text).violations().get(0).message().en();
    }

    private String saidInChinese(String text) {
        return refusal(text).violations().get(0).message().zh();
    }

    private Problem refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Problem refusal(byte[] body) {
        return assertThrows(ProblemException.class, () -> json.read(body)).problem();
    }
}
