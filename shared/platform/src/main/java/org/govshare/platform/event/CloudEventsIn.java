package org.govshare.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.govshare.platform.json.DeclaredCharset;
import org.govshare.platform.json.JsonIn;
import org.govshare.platform.problem.Problem;
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
     * The commands that a request carries, in order; none in an empty batch (HTTP binding, 3.3.2).
     *
     * @param headers names and values, names in any case
     * @throws org.govshare.platform.problem.ProblemException when the request is no CloudEvent of version 1.0 with
     *     JSON data, naming the attribute
     */
    public List<CommandEvent> read(Map<String, List<String>> headers, byte[] body) {
        if (isBatch(contentType(headers))) {
            DeclaredCharset.check(contentType(headers));
            return batch(body);
        }
        return List.of(one(headers, body).command());
    }

    /**
     * The one event that a request carries, in binary or structured mode; throws as {@link #read} does. Pointers are those
     * of the JSON format in both.
     */
    public EventIn one(Map<String, List<String>> headers, byte[] body) {
        String contentType = contentType(headers);
        DeclaredCharset.check(contentType);
        if (mediaType(contentType).equals(STRUCTURED)) {
            JsonNode event = json.read(body).orElseThrow(CloudEventsIn::notAnEvent);
            return structured(event, "");
        }
        if (!contentType.isEmpty() && !Attributes.isJson(contentType)
                || mediaType(contentType).startsWith("application/cloudevents")) {
            throw unsupported();
        }
        return binary(headers, body);
    }

    public static boolean isBatch(String contentType) {
        return contentType != null && mediaType(contentType).equals(BATCH);
    }

    private List<CommandEvent> batch(byte[] body) {
        JsonNode items = json.read(body).orElseThrow(CloudEventsIn::notAnEvent);
        int most = json.limits().batch();
        if (!items.isArray() || items.size() > most) {
            throw Problem.field(Violation.invalid(
                            "", "批必须是不超过 " + most + " 个事件的数组", "a batch is an array of at most " + most + " events"))
                    .asException();
        }
        List<CommandEvent> commands = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            commands.add(structured(items.get(i), "/" + i).command());
        }
        return commands;
    }

    private EventIn binary(Map<String, List<String>> headers, byte[] body) {
        Attributes attributes = new Attributes("");
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(PREFIX)) {
                attributes.header(lower.substring(PREFIX.length()), values);
            }
        });
        return new EventIn(attributes.checked(), json.read(body, CommandEvent.DATA));
    }

    private EventIn structured(JsonNode event, String at) {
        if (!event.isObject()) {
            throw Problem.field(Violation.invalid(at, "必须是 CloudEvents 事件", "must be a CloudEvents event"))
                    .asException();
        }
        Attributes attributes = new Attributes(at);
        event.properties().forEach(member -> {
            if (!member.getKey().equals("data") && !member.getKey().equals("data_base64")) {
                attributes.member(member.getKey(), member.getValue());
            }
        });
        JsonNode encoded = event.get("data_base64");
        if (encoded != null && event.has("data")) {
            attributes.refuse("data_base64", "不能与 data 并用", "cannot stand beside data");
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
        throw Problem.field(Violation.invalid(at + "/data_base64", "必须是 base64", "must be base64"))
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
        Text detail = new Text(
                "事件的数据须为 application/json，或整个事件为 application/cloudevents+json。",
                "Data is application/json, or the whole event application/cloudevents+json.");
        Violation violation = Violation.invalid("Content-Type", "不支持", "is not supported");
        return new Problem(ProblemType.UNSUPPORTED_TYPE, detail, List.of(violation), Optional.empty()).asException();
    }

    private static RuntimeException notAnEvent() {
        return Problem.of(
                        ProblemType.MALFORMED,
                        "不是 CloudEvents 1.0 事件：检查 specversion、id、source、type。",
                        "This is no CloudEvents 1.0 event: check specversion, id, source and type.")
                .asException();
    }
}
