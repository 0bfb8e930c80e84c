package org.govshare.standalone.entrance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The events as {@code docs/asyncapi.yaml} lists them, and as the sources name them. */
final class EventCatalogue {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern TYPE = Pattern.compile("\"(org\\.govshare\\.[a-z-]+\\.[a-z-]+\\.v[0-9]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;

    private EventCatalogue(JsonNode document) {
        this.document = document;
    }

    static EventCatalogue read() throws IOException {
        return new EventCatalogue(new YAMLMapper()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .readTree(ROOT.resolve("docs/asyncapi.yaml").toFile()));
    }

    /** Every event type that stands as a text in the sources of functions and shared modules. */
    static Set<String> typesInTheCode() throws IOException {
        Set<String> types = new TreeSet<>();
        for (String folder : List.of("functions", "shared")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(file -> file.toString().contains("/src/main/java/")
                                && file.toString().endsWith(".java"))
                        .forEach(file -> collect(file, types));
            }
        }
        return types;
    }

    private static void collect(Path file, Set<String> types) {
        try {
            Matcher matcher = TYPE.matcher(Files.readString(file));
            while (matcher.find()) {
                types.add(matcher.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> types() {
        Set<String> types = new TreeSet<>();
        messages().forEach(message -> types.add(message.path("name").asText()));
        return types;
    }

    Set<String> typesOf(String channel) {
        Set<String> types = new TreeSet<>();
        document.at("/channels/" + channel + "/messages")
                .forEach(reference -> types.add(resolve(reference).path("name").asText()));
        return types;
    }

    List<String> danglingReferences() {
        return document.findValuesAsText("$ref").stream()
                .filter(reference -> document.at(reference.substring(1)).isMissingNode())
                .toList();
    }

    Set<String> members(String type) {
        Set<String> names = new TreeSet<>();
        payload(type).path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<String> required(String type) {
        List<String> names = new ArrayList<>();
        payload(type).path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    /** What the schema has against the data. */
    List<String> faults(String type, JsonNode data) {
        return faults(payload(type), data);
    }

    /** What a schema that no event has to itself, such as that of a batch's lines, has against the data. */
    List<String> faultsBySchema(String name, JsonNode data) {
        return faults(document.at("/components/schemas/" + name), data);
    }

    private List<String> faults(JsonNode described, JsonNode data) {
        ObjectNode schema = described.deepCopy();
        schema.set("components", document.path("components"));
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema, strict).validate(data).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    ObjectNode with(String member, String value) {
        return JsonNodeFactory.instance.objectNode().put(member, value);
    }

    JsonNode without(JsonNode data, String member) {
        ObjectNode rest = data.deepCopy();
        rest.remove(member);
        return rest;
    }

    private JsonNode payload(String type) {
        for (JsonNode message : messages()) {
            if (message.path("name").asText().equals(type)) {
                return resolve(message.path("payload"));
            }
        }
        throw new IllegalArgumentException("not in the catalogue: " + type);
    }

    private JsonNode messages() {
        return document.at("/components/messages");
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
