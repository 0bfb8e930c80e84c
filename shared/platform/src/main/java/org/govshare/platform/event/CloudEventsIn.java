package org.govshare.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;

/** Reads CloudEvents 1.0 from HTTP in the binary, structured and batch modes of its HTTP binding. */
public final class CloudEventsIn {
    public static final String BATCH = "application/cloudevents-batch+json";
    private static final int MAX_BATCH = 100;
    private static final int MAX_ATTRIBUTE = 256;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CloudEventsIn() {}

    /**
     * The commands that a request carries, in order.
     *
     * @param headers names and values, names in any case
     * @throws org.govshare.platform.problem.ProblemException when the request is no CloudEvent of version 1.0 with
     *     JSON data, naming the attribute
     */
    public static List<CommandEvent> read(Map<String, List<String>> headers, byte[] body) {
        if (contentType(headers).startsWith(BATCH)) {
            return batch(body);
        }
        return List.of(command(single(headers, body)));
    }

    /**
     * The command that a broker delivers, and the extension attribute that says whose it is; binary or structured.
     *
     * @throws org.govshare.platform.problem.ProblemException as {@link #read}
     */
    public static BrokeredEvent brokered(Map<String, List<String>> headers, byte[] body) {
        CloudEvent event = single(headers, body);
        Object actor = event.getExtension(BrokeredEvent.ACTOR);
        return new BrokeredEvent(command(event), Optional.ofNullable(actor).map(Object::toString));
    }

    private static List<CommandEvent> batch(byte[] body) {
        JsonNode items = json(body);
        if (!items.isArray() || items.isEmpty() || items.size() > MAX_BATCH) {
            throw Problem.field(Violation.invalid("", "批必须是 1 至 100 个事件的数组", "a batch is an array of 1 to 100 events"))
                    .asException();
        }
        List<CommandEvent> commands = new ArrayList<>();
        for (JsonNode item : items) {
            if (!item.isObject()) {
                throw notAnEvent();
            }
            commands.add(command(structured(item.toString().getBytes(StandardCharsets.UTF_8))));
        }
        return commands;
    }

    private static CloudEvent single(Map<String, List<String>> headers, byte[] body) {
        if (contentType(headers).startsWith(JsonFormat.CONTENT_TYPE)) {
            return structured(body);
        }
        return parsed(() -> HttpMessageFactory.createReader(
                        processor -> headers.forEach((name, values) -> {
                            if (!values.isEmpty()) {
                                processor.accept(name, values.get(0));
                            }
                        }),
                        body)
                .toEvent());
    }

    private static CloudEvent structured(byte[] body) {
        return parsed(() -> EventFormatProvider.getInstance()
                .resolveFormat(JsonFormat.CONTENT_TYPE)
                .deserialize(body));
    }

    /** The SDK tells of bad input by exceptions of many kinds, Jackson's and java.net's among them. */
    private static CloudEvent parsed(Supplier<CloudEvent> parse) {
        CloudEvent event;
        try {
            event = parse.get();
        } catch (RuntimeException e) {
            throw notAnEvent();
        }
        if (event == null) {
            throw notAnEvent();
        }
        if (event.getSpecVersion() != SpecVersion.V1) {
            throw Problem.field(Violation.invalid("/specversion", "必须是 1.0", "must be 1.0"))
                    .asException();
        }
        return event;
    }

    private static CommandEvent command(CloudEvent event) {
        List<Violation> violations = new ArrayList<>();
        check(violations, "/id", event.getId());
        check(
                violations,
                "/source",
                event.getSource() == null ? null : event.getSource().toString());
        check(violations, "/type", event.getType());
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
        JsonNode data = event.getData() == null ? JsonNodeFactory.instance.objectNode() : json(bytes(event.getData()));
        return new CommandEvent(event.getSource().toString(), event.getId(), event.getType(), data);
    }

    private static byte[] bytes(CloudEventData data) {
        try {
            return data.toBytes();
        } catch (RuntimeException e) {
            throw notAnEvent();
        }
    }

    private static void check(List<Violation> violations, String pointer, String value) {
        if (value == null || value.isBlank()) {
            violations.add(Violation.missing(pointer));
        } else if (value.length() > MAX_ATTRIBUTE || value.indexOf('\0') >= 0) {
            violations.add(Violation.invalid(pointer, "最多 256 个字符", "has at most 256 characters"));
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw Problem.field(Violation.missing("/data")).asException();
            }
            return node;
        } catch (JsonProcessingException e) {
            throw Problem.of(ProblemType.MALFORMED, "数据不是 JSON。", "The data is not JSON.")
                    .asException();
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory that cannot be read", e);
        }
    }

    private static String contentType(Map<String, List<String>> headers) {
        return headers.entrySet().stream()
                .filter(header -> "content-type".equalsIgnoreCase(header.getKey()))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private static RuntimeException notAnEvent() {
        return Problem.of(
                        ProblemType.MALFORMED,
                        "不是 CloudEvents 1.0 事件：检查 specversion、id、source、type。",
                        "This is no CloudEvents 1.0 event: check specversion, id, source and type.")
                .asException();
    }
}
