package org.govshare.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/**
 * One valid CloudEvent as it arrived.
 *
 * @param attributes context attributes and extensions by name, as text, decoded; {@code id}, {@code source}, {@code
 *     type} and {@code specversion} are always present
 * @param data the event's JSON data, if it has any
 */
public record EventIn(Map<String, String> attributes, Optional<JsonNode> data) {

    /** The key under which the gate stores the event in the request, for functions that need the whole event. */
    public static final String KEY = "govshare.event";

    public EventIn {
        attributes = Map.copyOf(attributes);
    }

    public String type() {
        return attributes.get("type");
    }

    /** The event as a command; without data, a command with an empty object. */
    public CommandEvent command() {
        return new CommandEvent(
                attributes.get("source"),
                attributes.get("id"),
                type(),
                data.orElseGet(JsonNodeFactory.instance::objectNode));
    }
}
