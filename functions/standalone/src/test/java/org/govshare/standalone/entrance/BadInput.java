package org.govshare.standalone.entrance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.testkit.entrance.Row;

/**
 * One request that is wrong in one way.
 *
 * @param stage which quota it fills
 * @param what what was done to it, for the failure's message
 * @param at JSON Pointer, or name of the header or parameter, that is at fault; empty for the whole body, nothing where
 *     none is to be named
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

    /**
     * Whether what an answer names is within what is at fault, or around it: a list too long is named, not its last item.
     * What an item no longer says, or whether it is a deletion, can make its other members wrong: a record that is not
     * deleted wants a region. A text that does not end swallows the next.
     */
    boolean isNamedBy(List<String> named) {
        String place = at.orElseThrow();
        if (place.isEmpty()) {
            return !named.isEmpty();
        }
        return place.startsWith("/") ? named.stream().anyMatch(this::isNear) : named.contains(place);
    }

    private boolean isNear(String pointer) {
        String place = at.orElseThrow();
        int item = place.lastIndexOf('/');
        boolean spreads = what.equals("removed") || place.endsWith("/deleted") || text().contains("unfinished");
        boolean beside = spreads && item > 0 && pointer.startsWith(place.substring(0, item + 1));
        boolean around = !pointer.isEmpty() && place.startsWith(pointer + "/");
        return beside || around || pointer.equals(place) || pointer.startsWith(place + "/");
    }

    private static String begin(String text) {
        return text.length() > 250 ? text.substring(0, 250) + "…" : text;
    }

    String told() {
        return "%s %s %s, %s at %s: %s".formatted(stage, method, path, what, at.map(BadInput::begin), begin(text()));
    }

    private String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
