package org.govshare.standalone.entrance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Headers and body of a command whose envelope is broken in one way.
 *
 * @param at JSON Pointer of the attribute, or name of the header, that is at fault; empty for the whole body
 */
record BrokenEnvelope(Map<String, String> headers, String body, String at, String what) {
    private static final List<String> ATTRIBUTES = List.of("ce-specversion", "ce-id", "ce-source", "ce-type");

    /** Of an event in binary mode, or in structured mode made of it. */
    static BrokenEnvelope ofEvent(Map<String, String> sound, String body, Random random) {
        Map<String, String> headers = new LinkedHashMap<>(sound);
        String attribute = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
        String at = pointer(attribute);
        switch (random.nextInt(6)) {
            case 0 -> headers.remove(attribute);
            case 1 -> headers.put(attribute, "");
            case 2 -> headers.put(attribute, "x".repeat(300));
            case 3 ->
                headers.put(
                        attribute,
                        List.of("%00", "%zz", "%ff", "a%0Ab", "%ED%A0%80", "\"a", "\"a\"b\"")
                                .get(random.nextInt(7)));
            case 4 -> {
                at = pointer("ce-time");
                headers.put(
                        "ce-time",
                        List.of("yesterday", "2027-02-30T00:00:00Z", "1", "2027-01-01T10:00Z", "2027-01-01T10:00:00+08")
                                .get(random.nextInt(5)));
            }
            default -> {
                return structured(headers, body, attribute, random);
            }
        }
        return new BrokenEnvelope(headers, body, at, "attribute");
    }

    /** Of a REST command. */
    static BrokenEnvelope ofRest(Map<String, String> sound, String body, Random random) {
        Map<String, String> headers = new LinkedHashMap<>(sound);
        String sent = body;
        String at = "";
        switch (random.nextInt(6)) {
            case 0 -> {
                at = "Idempotency-Key";
                headers.remove(at);
            }
            case 1 -> {
                at = "Idempotency-Key";
                headers.put(at, "k".repeat(257 + random.nextInt(500)));
            }
            case 2 -> {
                at = "Content-Type";
                headers.put(
                        at, List.of("text/plain", "application/xml", "nonsense").get(random.nextInt(3)));
            }
            case 3 -> sent = "";
            case 4 -> sent = body.substring(0, 1 + random.nextInt(body.length() - 1));
            default -> {
                at = "Content-Encoding";
                headers.put(at, "gzip");
            }
        }
        return new BrokenEnvelope(headers, sent, at, "rest envelope");
    }

    private static BrokenEnvelope structured(
            Map<String, String> headers, String body, String attribute, Random random) {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("Authorization", headers.get("Authorization"));
        kept.put("Content-Type", "application/cloudevents+json");
        StringBuilder event = new StringBuilder("{\"data\":" + body);
        for (String name : ATTRIBUTES) {
            String value = name.equals(attribute)
                    ? List.of("1", "null", "{}", "[]", "true", "\"\"", "\"\\u0001\"")
                            .get(random.nextInt(7))
                    : "\"" + headers.get(name) + "\"";
            event.append(",\"").append(name.substring(3)).append("\":").append(value);
        }
        return new BrokenEnvelope(kept, event.append('}').toString(), pointer(attribute), "structured");
    }

    private static String pointer(String header) {
        return "/" + header.substring(3);
    }
}
