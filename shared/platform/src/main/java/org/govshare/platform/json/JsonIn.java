package org.govshare.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.problem.Pointer;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.pack.Text;

/**
 * The one reader of JSON from outside (RFC 8259, UTF-8). Numbers keep every digit; a member named twice, text after the
 * end, and what PostgreSQL cannot hold are refused; so is what is beyond {@link JsonLimits}.
 */
@ApplicationScoped
public class JsonIn {
    private final JsonLimits limits;
    private final JsonFactory parsers;
    private final JsonMapper mapper;

    public JsonIn(JsonLimits limits) {
        this.limits = limits;
        // How long a name is JsonCheck asks: the parser would tell of the member before.
        parsers = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxStringLength(limits.text())
                        .maxNumberLength(limits.digits())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    public JsonLimits limits() {
        return limits;
    }

    /**
     * The value that the bytes write; nothing when there are none but white space.
     *
     * @throws ProblemException naming the place by JSON Pointer and the rule
     */
    public Optional<JsonNode> read(byte[] body) {
        return read(body, "");
    }

    /**
     * As {@link #read(byte[])}, of a part.
     *
     * @param at JSON Pointer of the part in the whole
     */
    public Optional<JsonNode> read(byte[] body, String at) {
        try (JsonParser parser = parsers.createParser(text(body))) {
            Optional<JsonNode> value = parsed(parser, at);
            value.ifPresent(node -> {
                List<Violation> violations = new JsonCheck(limits).of(node, at);
                if (!violations.isEmpty()) {
                    throw Problem.fields(violations).asException();
                }
            });
            return value;
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory that cannot be read", e);
        }
    }

    /**
     * Read as characters, because Jackson's parser of octets takes a pair of escaped surrogates in a name for broken. From
     * an octet on that is no UTF-8 there is a control character instead, which is nowhere JSON.
     */
    private static String text(byte[] body) {
        CharBuffer characters = CharBuffer.allocate(body.length + 1);
        CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body), characters, true);
        if (end.isError()) {
            characters.put('\0');
        }
        return characters.flip().toString();
    }

    private Optional<JsonNode> parsed(JsonParser parser, String at) throws IOException {
        try {
            JsonNode value = mapper.readTree(parser);
            if (parser.nextToken() != null) {
                throw malformed(parser, at);
            }
            return Optional.ofNullable(value).filter(node -> !node.isMissingNode());
        } catch (StreamConstraintsException | ArithmeticException | NumberFormatException e) {
            throw Problem.field(beyond(parser, at)).asException();
        } catch (JsonProcessingException e) {
            throw malformed(parser, at);
        }
    }

    private Violation beyond(JsonParser parser, String at) {
        String place = place(parser, at);
        if (parser.getParsingContext().getNestingDepth() >= limits.depth()) {
            return Violation.invalid(
                    place, "嵌套不得超过 " + limits.depth() + " 层", "is nested deeper than " + limits.depth());
        }
        return Violation.invalid(
                place,
                "文本不超过 %d 字，数字不超过 %d 位".formatted(limits.text(), limits.digits()),
                "is too long: texts have at most %d characters, numbers %d digits"
                        .formatted(limits.text(), limits.digits()));
    }

    private static ProblemException malformed(JsonParser parser, String at) {
        var where = parser.currentLocation();
        Violation violation = Violation.invalid(
                place(parser, at),
                "第 %d 行第 %d 列处不是 JSON，或字段重复".formatted(where.getLineNr(), where.getColumnNr()),
                "is no JSON, or names a member twice, at line %d, column %d"
                        .formatted(where.getLineNr(), where.getColumnNr()));
        Text detail = new Text("内容不是所需的 JSON。", "The body is not the JSON that is wanted.");
        return new Problem(ProblemType.MALFORMED, detail, List.of(violation), Optional.empty()).asException();
    }

    private static String place(JsonParser parser, String at) {
        return at + Pointer.clean(parser.getParsingContext().pathAsPointer().toString());
    }
}
