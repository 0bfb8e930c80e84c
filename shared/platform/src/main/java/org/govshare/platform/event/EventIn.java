package org.govshare.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/**
 * One CloudEvent as it came, found sound.
 *
 * @param attributes context attributes and extensions by name, as text, decoded; {@code id}, {@code source}, {@code type}
 *     and {@code specversion} are always there
 * @param data the event's JSON data, if it has any
 */
public record EventIn(Map<String, String> attributes, Optional<JsonNode> data) {

    /** Under which the gate leaves the event with the request, for functions that want it as it came. */
    public static final String KEY = "govshare.event";

    public EventIn {
        attributes = Map.copyOf(attributes);
    }

    public String type() {
        return attributes.get("type");
    }

    /** The command that it is; without data, one that says nothing. */
    public CommandEvent command() {
        return new CommandEvent(
                attributes.get("source"),
                attributes.get("id"),
                type(),
                data.orElseGet(JsonNodeFactory.instance::objectNode));
    }
}
