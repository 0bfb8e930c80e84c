package org.govshare.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.govshare.platform.json.CanonicalJson;

/**
 * A command in the form in which every entrance passes it on: the parts of a CloudEvent that matter.
 *
 * @param source the CloudEvents {@code source}; {@code rest} for REST
 * @param id the CloudEvents {@code id}, or the Idempotency-Key
 * @param type the CloudEvents {@code type}
 * @param data the event's JSON data
 * @param dataAt JSON Pointer of the data in the request: an event has it in a member, a REST body is the data itself
 */
public record CommandEvent(String source, String id, String type, JsonNode data, String dataAt) {
    /** The pointer of an event's data, in every mode. */
    public static final String DATA = "/data";

    /** A command that came as an event. */
    public CommandEvent(String source, String id, String type, JsonNode data) {
        this(source, id, type, data, DATA);
    }

    /** A command that came by REST, under its Idempotency-Key. */
    public static CommandEvent rest(String key, String type, JsonNode body) {
        return new CommandEvent("rest", key, type, body, "");
    }

    /** What must be equal for a repeat to be the same command: type and data, regardless of spelling. */
    public String digest() {
        return CanonicalJson.sha256(type + "\n" + CanonicalJson.writeExactly(data));
    }
}
