package org.govshare.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.json.DeclaredCharset;
import org.govshare.platform.json.JsonIn;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;

/** Reads CloudEvents 1.0 from HTTP in the binary, structured and batch modes of its HTTP binding. */
@ApplicationScoped
public class CloudEventsIn {
    public static final String BATCH = "application/cloudevents-batch+json";
    public static final String STRUCTURED = "application/cloudevents+json";
    private static final String PREFIX = "ce-";

    private final JsonIn json;

    public CloudEventsIn(JsonIn json) {
        this.json = json;
    }

    /**
     * The commands that a request carries, in order; none in an empty batch (HTTP binding, 3.3.2). An unknown type
     * alone is not a fault of the event: it is reported together with faults of other attributes.
     *
     * @param headers names and values; names are compared without regard to case
     * @param types returns what is wrong with a type, with a pointer relative to the event; nothing for a known type
     * @throws org.govshare.platform.problem.ProblemException when the request is not a CloudEvent of version 1.0 with
     *     JSON data, naming the attribute
     */
    public List<CommandEvent> read(
            Map<String, List<String>> headers, byte[] body, Function<String, Optional<Violation>> types) {
        if (isBatch(contentType(headers))) {
            DeclaredCharset.check(contentType(headers));
            return batch(body, types);
        }
        return List.of(one(headers, body, types).command());
    }

    /**
     * The one event that a request carries, in binary or structured mode; throws as {@link #read} does. Pointers are those
     * of the JSON format in both.
     */
    public EventIn one(Map<String, List<String>> headers, byte[] body) {
        return one(headers, body, type -> Optional.empty());
    }

    private EventIn one(Map<String, List<String>> headers, byte[] body, Function<String, Optional<Violation>> types) {
        String contentType = contentType(headers);
        DeclaredCharset.check(contentType);
        if (mediaType(contentType).equals(STRUCTURED)) {
            JsonNode event = json.read(body).orElseThrow(CloudEventsIn::notAnEvent);
            return structured(event, "", types);
        }
        if (!contentType.isEmpty() && !MediaTypes.isJson(contentType)
                || mediaType(contentType).startsWith("application/cloudevents")) {
            throw unsupported();
        }
        return binary(headers, body, types);
    }

    public static boolean isBatch(String contentType) {
        return contentType != null && mediaType(contentType).equals(BATCH);
    }

    private List<CommandEvent> batch(byte[] body, Function<String, Optional<Violation>> types) {
        JsonNode items = json.read(body).orElseThrow(CloudEventsIn::notAnEvent);
        int most = json.limits().batch();
        if (!items.isArray() || items.size() > most) {
            throw Problem.field(Violation.invalid("", PlatformMessages.batchTooLarge(most)))
                    .asException();
        }
        List<CommandEvent> commands = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                commands.add(structured(items.get(i), "/" + i, types).command());
            } catch (ProblemException e) {
                if (e.problem().type() != ProblemType.FIELD_INVALID) {
                    throw e;
                }
                violations.addAll(e.problem().violations());
            }
        }
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
        return commands;
    }

    private EventIn binary(
            Map<String, List<String>> headers, byte[] body, Function<String, Optional<Violation>> types) {
        Attributes attributes = new Attributes("", types);
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX)) {
                attributes.header(lower.substring(PREFIX.length()), values);
            }
        });
        return new EventIn(attributes.checked(), json.read(body, CommandEvent.DATA));
    }

    private EventIn structured(JsonNode event, String at, Function<String, Optional<Violation>> types) {
        if (!event.isObject()) {
            throw Problem.field(Violation.invalid(at, PlatformMessages.MUST_BE_EVENT))
                    .asException();
        }
        Attributes attributes = new Attributes(at, types);
        event.properties().forEach(member -> {
            if (!member.getKey().equals("data") && !member.getKey().equals("data_base64")) {
                attributes.member(member.getKey(), member.getValue());
            }
        });
        JsonNode encoded = event.get("data_base64");
        if (encoded != null && event.has("data")) {
            attributes.refuse("data_base64", PlatformMessages.NOT_TOGETHER_WITH_DATA);
        }
        Map<String, String> checked = attributes.checked();
        Optional<JsonNode> data = Optional.ofNullable(event.get("data")).filter(value -> !value.isNull());
        return new EventIn(checked, encoded == null ? data : decoded(encoded, at));
    }

    private Optional<JsonNode> decoded(JsonNode encoded, String at) {
        try {
            if (encoded.isTextual()) {
                return json.read(encoded.binaryValue(), at + CommandEvent.DATA);
            }
        } catch (IOException e) {
            // falls through to the refusal
        }
        throw Problem.field(Violation.invalid(at + "/data_base64", PlatformMessages.MUST_BE_BASE_64))
                .asException();
    }

    private static String contentType(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> "content-type".equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .collect(Collectors.joining(","))
                .strip();
    }

    private static String mediaType(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static RuntimeException unsupported() {
        Text detail = PlatformMessages.EVENT_MEDIA_TYPES;
        Violation violation = Violation.invalid("Content-Type", PlatformMessages.NOT_SUPPORTED);
        return new Problem(ProblemType.UNSUPPORTED_TYPE, detail, List.of(violation), Optional.empty()).asException();
    }

    private static RuntimeException notAnEvent() {
        return Problem.of(ProblemType.MALFORMED, PlatformMessages.NOT_AN_EVENT).asException();
    }
}
