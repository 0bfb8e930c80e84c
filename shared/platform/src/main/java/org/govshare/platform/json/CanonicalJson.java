package org.govshare.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * JSON with sorted members and no spaces, so that the same content has the same digest in every spelling. It has the
 * form of RFC 8785 if others recompute the digest, and keeps every digit of every number if only this code compares it.
 */
public final class CanonicalJson {
    private static final int MOST_ZEROS = 400;
    private static final ObjectMapper PLAIN =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

    private CanonicalJson() {}

    /**
     * The form of RFC 8785 (JCS). A number becomes the nearest double.
     *
     * @throws IllegalArgumentException if there is no such form: for a number beyond all doubles or closer to 0 than
     *     all of them, or half of a surrogate pair
     */
    public static String write(JsonNode node) {
        return written(node, Doubles::rounded);
    }

    /**
     * As {@link #write}, but a number keeps every digit, and different digits are different content. The inbox compares
     * repeats in this form. Stored digests depend on it, so it never changes.
     */
    public static String writeExactly(JsonNode node) {
        return written(node, CanonicalJson::plain);
    }

    /**
     * Whether the value is I-JSON (RFC 7493): it has a form under RFC 8785, and no number has digits that a double loses.
     */
    public static boolean isInteroperable(JsonNode node) {
        if (node.isContainerNode()) {
            return node.properties().stream().allMatch(member -> sound(member.getKey()))
                    && node.valueStream().allMatch(CanonicalJson::isInteroperable);
        }
        return node.isNumber() ? Doubles.hold(node) : sound(node.asText());
    }

    /** SHA-256 of the text's UTF-8 form, in lower-case hexadecimal. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String written(JsonNode node, UnaryOperator<JsonNode> number) {
        try {
            return PLAIN.writeValueAsString(sorted(node, number));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a JSON tree that cannot be written", e);
        }
    }

    private static JsonNode sorted(JsonNode node, UnaryOperator<JsonNode> number) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.properties()
                    .forEach(member -> members.put(required(member.getKey()), sorted(member.getValue(), number)));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(sorted(item, number)));
            return array;
        }
        if (node.isTextual()) {
            required(node.textValue());
        }
        return node.isNumber() ? number.apply(node) : node;
    }

    private static String required(String text) {
        if (!sound(text)) {
            throw new IllegalArgumentException("half of a surrogate pair");
        }
        return text;
    }

    private static boolean sound(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Writes equal numbers with the same digits: 1, 1.0 and 1e0 are one content. */
    private static JsonNode plain(JsonNode number) {
        BigDecimal shortest = number.decimalValue().stripTrailingZeros();
        boolean whole = shortest.scale() <= 0 && shortest.scale() >= -MOST_ZEROS;
        return whole
                ? JsonNodeFactory.instance.numberNode(shortest.toBigIntegerExact())
                : DecimalNode.valueOf(shortest);
    }
}
