package org.govshare.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 8785, by the vectors of docs/canonical-json and by two implementations that others wrote. */
class CanonicalJsonTest {
    private static final Path FOLDER = Path.of("../../docs/canonical-json");
    private static final int NUMBERS = 20_000;

    private static final JsonMapper READER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                    DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static Stream<JsonNode> vectors() throws IOException {
        return Files.readAllLines(FOLDER.resolve("vectors.jsonl")).stream().map(CanonicalJsonTest::parsed);
    }

    static Stream<JsonNode> written() throws IOException {
        return vectors().filter(line -> line.has("canonical"));
    }

    static Stream<JsonNode> refused() throws IOException {
        return vectors().filter(line -> line.has("refused"));
    }

    @Test
    void vectors_holdTheTableOfTheRfc() throws IOException {
        assertEquals(26, vectors().filter(line -> line.has("ieee754")).count());
        assertTrue(written().filter(line -> line.has("sha256")).count() >= 18);
        assertEquals(9, refused().count());
    }

    @ParameterizedTest
    @MethodSource("written")
    void vector_hasItsFormAndDigest(JsonNode line) {
        String form = CanonicalJson.write(value(line));

        assertEquals(line.path("canonical").textValue(), form);
        assertEquals(line.path("sha256").asText(CanonicalJson.sha256(form)), CanonicalJson.sha256(form));
    }

    static Stream<JsonNode> asText() throws IOException {
        return written().filter(line -> line.has("json"));
    }

    @ParameterizedTest
    @MethodSource("asText")
    void vector_isInteroperableUnlessItSaysOtherwise(JsonNode line) {
        assertEquals(line.path("interoperable").asBoolean(true), CanonicalJson.isInteroperable(value(line)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusedVector_hasNoForm(JsonNode line) {
        if (line.path("refused").textValue().equals("a member twice")) {
            String json = line.path("json").textValue();
            assertThrows(JsonProcessingException.class, () -> READER.readTree(json));
        } else {
            JsonNode value = value(line);
            assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(value));
            assertFalse(CanonicalJson.isInteroperable(value));
        }
    }

    @Test
    void anyObject_isWrittenAsTheAuthorsOfTheRfcWriteIt() throws IOException {
        Random random = new Random(8785);
        for (int i = 0; i < 500; i++) {
            ObjectNode made = object(random, 3);
            assertEquals(new JsonCanonicalizer(made.toString()).getEncodedString(), CanonicalJson.write(made));
        }
    }

    /** ECMAScript's own engine, where the machine has one. */
    @Test
    void anyNumber_isWrittenAsEcmaScriptWritesIt() throws Exception {
        assumeTrue(nodeIsHere(), "no node on this machine");
        StringBuilder lines = new StringBuilder();
        Random random = new Random(754);
        for (int i = 0; i < NUMBERS; i++) {
            double number = number(random);
            lines.append("{\"ieee754\":\"%016x\",\"canonical\":\"%s\"}%n"
                    .formatted(Double.doubleToLongBits(number), CanonicalJson.write(DoubleNode.valueOf(number))));
        }

        assertEquals(NUMBERS + " passed, 0 failed, 0 skipped", checked("-", lines.toString()));
        assertTrue(checked(null, "").contains(", 0 failed, "), "the vectors");
    }

    @Test
    void numberThatADoubleRoundsToZero_hasNoForm_soThatTwoNumbersNeverHaveOneDigest() {
        for (String small : List.of("1e-400", "-1e-400", "2e-324")) {
            JsonNode value = parsed("{\"a\":" + small + "}");
            assertFalse(CanonicalJson.isInteroperable(value), small);
            assertThrows(IllegalArgumentException.class, () -> CanonicalJson.write(value), small);
        }
        assertTrue(CanonicalJson.isInteroperable(parsed("[5e-324,0,-0.0,0e-400]")));
        assertEquals("[5e-324,0,0,0]", CanonicalJson.write(parsed("[5e-324,0,-0.0,0e-400]")));
    }

    @Test
    void formOfTheInbox_staysThatOfStoredDigests() {
        assertEquals(
                "{\"a\":[0.1,1.5E-7,123456789012345678901234567890,1E-400,9007199254740993,100],\"z\":\"\\u001f疫\"}",
                CanonicalJson.writeExactly(parsed("{\"z\":\"\\u001F疫\",\"a\":"
                        + "[0.10,1.5e-7,123456789012345678901234567890,1e-400,9007199254740993,1e2]}")));
    }

    private static JsonNode value(JsonNode line) {
        return line.has("ieee754")
                ? DoubleNode.valueOf(Double.longBitsToDouble(
                        Long.parseUnsignedLong(line.path("ieee754").textValue(), 16)))
                : parsed(line.path("json").textValue());
    }

    private static JsonNode parsed(String json) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = READER.createObjectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = text(random);
            switch (random.nextInt(depth > 0 ? 5 : 3)) {
                case 0 -> object.put(name, text(random));
                case 1 -> object.put(name, number(random));
                case 2 -> object.put(name, random.nextBoolean());
                case 3 -> object.set(name, object(random, depth - 1));
                default -> object.putArray(name).add(object(random, depth - 1)).add(text(random));
            }
        }
        return object;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            int most = List.of(0x20, 0x7f, 0x3000, 0xd7ff, 0x1f600).get(random.nextInt(5));
            int point = random.nextInt(most + 1);
            text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 0x4e2d : point);
        }
        return text.toString();
    }

    private static double number(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt() / Math.pow(10, random.nextInt(12));
            case 1 -> random.nextLong() >> random.nextInt(60);
            default ->
                random.longs()
                        .mapToDouble(Double::longBitsToDouble)
                        .filter(Double::isFinite)
                        .findFirst()
                        .orElseThrow();
        };
    }

    private static boolean nodeIsHere() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--eval", "'a'.isWellFormed()")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The last line that the checker prints; exit status 0 or nothing. */
    private static String checked(String argument, String input) throws Exception {
        String script = FOLDER.resolve("check.mjs").toString();
        Process node = new ProcessBuilder(
                        argument == null ? List.of("node", script) : List.of("node", script, argument))
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = node.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        List<String> told = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, node.waitFor(), told.toString());
        return told.get(told.size() - 1);
    }
}
