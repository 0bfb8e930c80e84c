package org.govshare.platform.event;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.platform.json.JsonIn;
import org.govshare.platform.json.JsonLimits;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Context attributes of CloudEvents 1.0.2, sections 3.1 to 3.3, and RFC 2046 and RFC 3986 for their forms. */
class CloudEventsInTest {
    private final CloudEventsIn events = new CloudEventsIn(new JsonIn(new Limits()));

    private record Limits() implements JsonLimits {
        @Override
        public int depth() {
            return 8;
        }

        @Override
        public int members() {
            return 20;
        }

        @Override
        public int name() {
            return 50;
        }

        @Override
        public int text() {
            return 1000;
        }

        @Override
        public int digits() {
            return 20;
        }

        @Override
        public int batch() {
            return 3;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "subject | ''",
                "subject | ' '",
                "subject | '\u200b'",
                "dataschema | ''",
                "dataschema | schema.json",
                "dataschema | //example.org/schema",
                "dataschema | 'http://example.org/a b'",
                "dataschema | 'http://example.org/数'",
                "dataschema | 'http:'",
                "datacontenttype | ''",
                "datacontenttype | json",
                "datacontenttype | application/",
                "datacontenttype | 'application/json; charset'",
                "datacontenttype | 'application/json;charset=\"utf-8'",
                "datacontenttype | 'application/json, text/plain'",
                "datacontenttype | 'application/ json'",
                "datacontenttype | text/plain",
                "datacontenttype | application/xml"
            })
    void attributeOfTheWrongForm_isOneViolation(String name, String value) {
        assertEquals(List.of("/" + name), pointers(Map.of(name, value)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "subject | a/b",
                "subject | 办件",
                "dataschema | https://example.org/schema.json#/a",
                "dataschema | urn:govshare:schema:1",
                "datacontenttype | application/json",
                "datacontenttype | Application/JSON",
                "datacontenttype | 'application/json; charset=utf-8'",
                "datacontenttype | 'application/json;charset=\"utf-8\"; v=1'",
                "datacontenttype | application/vnd.example.v1+json"
            })
    void attributeInItsForm_isTaken(String name, String value) {
        assertDoesNotThrow(() -> read(event(Map.of(name, value))));
    }

    @Test
    void allFaultsOfAnEvent_areNamedAtOnce_theTypeToo() {
        assertEquals(
                List.of("/datacontenttype", "/dataschema", "/id", "/subject", "/type"),
                pointers(Map.of(
                        "id", "", "subject", "", "dataschema", "x", "datacontenttype", "x", "type", "mistyped")));
        assertEquals(List.of("/id", "/type"), pointers(Map.of("id", "", "type", "")), "each once");
        assertDoesNotThrow(
                () -> read(event(Map.of("type", "mistyped"))), "the command's own outcome says it, which has its id");
    }

    @Test
    void allFaultsOfABatch_areNamedAtOnce() {
        String batch = "[" + event(Map.of("id", "")) + "," + event(Map.of()) + "," + event(Map.of("subject", "")) + "]";
        assertEquals(List.of("/0/id", "/2/subject"), pointers("application/cloudevents-batch+json", batch));
    }

    private List<String> pointers(Map<String, String> attributes) {
        return pointers("application/cloudevents+json", event(attributes));
    }

    private List<String> pointers(String contentType, String body) {
        return assertThrows(ProblemException.class, () -> read(contentType, body)).problem().violations().stream()
                .map(Violation::pointer)
                .sorted()
                .toList();
    }

    private void read(String event) {
        read("application/cloudevents+json", event);
    }

    private void read(String contentType, String body) {
        events.read(
                Map.of("content-type", List.of(contentType)),
                body.getBytes(StandardCharsets.UTF_8),
                type -> "taken".equals(type)
                        ? Optional.empty()
                        : Optional.of(Violation.invalid("/type", new Text("不收", "is not taken"))));
    }

    private static String event(Map<String, String> attributes) {
        Map<String, String> all =
                new HashMap<>(Map.of("specversion", "1.0", "id", "1", "source", "//test", "type", "taken"));
        all.putAll(attributes);
        StringBuilder event = new StringBuilder("{");
        all.forEach((name, value) -> event.append('"')
                .append(name)
                .append("\":\"")
                .append(value.replace("\"", "\\\""))
                .append("\","));
        return event.append("\"data\":{}}").toString();
    }
}
