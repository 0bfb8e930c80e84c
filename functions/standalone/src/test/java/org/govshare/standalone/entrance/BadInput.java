package org.govshare.standalone.entrance;

import java.util.Map;
import java.util.Optional;

/**
 * One request that is wrong in one way.
 *
 * @param stage which quota it fills
 * @param what what was done to it, for the failure's message
 * @param at JSON Pointer, attribute or parameter that was changed; nothing where none is to be named
 */
record BadInput(
        Stage stage,
        Row row,
        String what,
        Optional<String> at,
        String method,
        String path,
        Map<String, String> headers,
        byte[] body) {

    /** How far a request gets before it is found wanting. */
    enum Stage {
        TOKEN,
        ENVELOPE,
        FIELD
    }

    String told() {
        String text = new String(body, java.nio.charset.StandardCharsets.UTF_8);
        return "%s %s %s, %s at %s: %s"
                .formatted(stage, method, path, what, at, text.length() > 300 ? text.substring(0, 300) + "…" : text);
    }
}
