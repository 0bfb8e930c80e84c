package org.govshare.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.govshare.platform.json.CanonicalJson;

/**
 * A command as every entrance hands it on: a CloudEvent reduced to what counts.
 *
 * @param source the CloudEvents {@code source}; {@code rest} for REST
 * @param id the CloudEvents {@code id}, or the Idempotency-Key
 * @param type the CloudEvents {@code type}
 * @param data the event's JSON data
 */
public record CommandEvent(String source, String id, String type, JsonNode data) {

    /** What must be equal for a repeat to be the same command: type and data, however they were written. */
    public String digest() {
        return CanonicalJson.sha256(type + "\n" + CanonicalJson.writeExactly(data));
    }
}
