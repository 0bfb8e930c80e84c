package org.govshare.platform.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Pointer;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;

/**
 * The one reader of JSON from outside (RFC 8259, UTF-8). Numbers keep every digit. It refuses a member that appears
 * twice, text after the end, a number that a double would round to 0, text that PostgreSQL cannot store, and JSON
 * beyond {@link JsonLimits}.
 */
@ApplicationScoped
public class JsonIn {
    private final JsonLimits limits;
    private final JsonFactory parsers;
    private final JsonMapper mapper;

    public JsonIn(JsonLimits limits) {
        this.limits = limits;
        // JsonCheck checks the length of names, because the parser would report the previous member.
        parsers = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxStringLength(limits.text())
                        .maxNumberLength(limits.digits())
                        .build())
                .build();
        mapper = JsonMapper.builder()
                .enable(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    public JsonLimits limits() {
        return limits;
    }

    /**
     * The value in the bytes; empty if there is only white space.
     *
     * @throws ProblemException that names the position by JSON Pointer, and the rule
     */
    public Optional<JsonNode> read(byte[] body) {
        return read(body, "");
    }

    /**
     * As {@link #read(byte[])}, for a part of a larger text.
     *
     * @param at JSON Pointer of the part in the whole
     */
    public Optional<JsonNode> read(byte[] body, String at) {
        Octets octets = Octets.of(body);
        // Characters, because Jackson's parser of octets rejects a pair of escaped surrogates in a name. NUL is not
        // valid anywhere in JSON: the parser stops where the octets cease to be text, and reports that position.
        String text = octets.text() + (octets.fault().isPresent() ? "\0" : "");
        try (JsonParser parser = parsers.createParser(text)) {
            Optional<JsonNode> value = parsed(parser, at, octets.fault());
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

    private Optional<JsonNode> parsed(JsonParser parser, String at, Optional<Text> fault) throws IOException {
        try {
            JsonNode value = mapper.readTree(parser);
            if (parser.nextToken() != null) {
                throw malformed(place(parser, at), noJson(parser));
            }
            return Optional.ofNullable(value).filter(node -> !node.isMissingNode());
        } catch (StreamConstraintsException | ArithmeticException | NumberFormatException e) {
            throw Problem.field(beyond(parser, at)).asException();
        } catch (MismatchedInputException e) {
            // Reading a tree fails only for a member that appears twice.
            throw malformed(place(parser, at), twice(parser));
        } catch (JsonProcessingException e) {
            throw malformed(place(parser, at), fault.orElseGet(() -> noJson(parser)));
        }
    }

    private Violation beyond(JsonParser parser, String at) {
        String place = place(parser, at);
        if (parser.getParsingContext().getNestingDepth() >= limits.depth()) {
            return Violation.invalid(place, PlatformMessages.nestedTooDeep(limits.depth()));
        }
        return Violation.invalid(place, PlatformMessages.valueTooLong(limits.text(), limits.digits()));
    }

    private static ProblemException malformed(String place, Text message) {
        Violation violation = new Violation(place, "invalid", message);
        Text detail = PlatformMessages.NOT_THE_JSON_NEEDED;
        return new Problem(ProblemType.MALFORMED, detail, List.of(violation), Optional.empty()).asException();
    }

    private static Text noJson(JsonParser parser) {
        var where = parser.currentLocation();
        return PlatformMessages.notJson(where.getLineNr(), where.getColumnNr());
    }

    private Text twice(JsonParser parser) {
        var where = parser.currentLocation();
        var context = parser.getParsingContext();
        // If the value is an object or array, the parser has entered it already.
        String name = context.hasCurrentName()
                ? context.getCurrentName()
                : context.getParent().getCurrentName();
        String said = Pointer.clean(name.substring(0, Math.min(name.length(), limits.name())));
        return PlatformMessages.memberTwice(said, where.getLineNr(), where.getColumnNr());
    }

    private static String place(JsonParser parser, String at) {
        return at + Pointer.clean(parser.getParsingContext().pathAsPointer().toString());
    }
}
