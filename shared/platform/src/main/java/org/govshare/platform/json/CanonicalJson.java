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

/**
 * JSON with sorted members and no spaces, so that the same content has the same digest however it was written. Texts and
 * whole numbers up to 2^53 come out as RFC 8785 writes them; fractions with every digit that was given.
 */
public final class CanonicalJson {
    private static final int MOST_ZEROS = 400;
    private static final ObjectMapper PLAIN =
            JsonMapper.builder().disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE).build();

    private CanonicalJson() {}

    public static String write(JsonNode node) {
        try {
            return PLAIN.writeValueAsString(sorted(node));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a JSON tree that cannot be written", e);
        }
    }

    /** SHA-256 of the text's UTF-8 form, in lower-case hexadecimal. */
    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(sorted(item)));
            return array;
        }
        return node.isNumber() ? plain(node.decimalValue()) : node;
    }

    /** The same number in the same digits: 1, 1.0 and 1e0 are one content. */
    private static JsonNode plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        boolean whole = shortest.scale() <= 0 && shortest.scale() >= -MOST_ZEROS;
        return whole
                ? JsonNodeFactory.instance.numberNode(shortest.toBigIntegerExact())
                : DecimalNode.valueOf(shortest);
    }
}
