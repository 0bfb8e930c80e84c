package org.govshare.regulation.pack;

import java.util.Map;

/**
 * The text of a pack as it was written, by file name within its folder ({@code pack.yaml},
 * {@code procedures/verification.yaml}).
 */
public record PackSource(String id, Map<String, String> files) {
    public PackSource {
        files = Map.copyOf(files);
    }

    /** SHA-256 in lower-case hexadecimal over all that is law in it; worked cases don't count. */
    public String digest() {
        throw new UnsupportedOperationException("not yet");
    }

    /** JSON object for keeping in a database; read back by {@link #fromJson}. */
    public String toJson() {
        throw new UnsupportedOperationException("not yet");
    }

    public static PackSource fromJson(String json) {
        throw new UnsupportedOperationException("not yet");
    }
}
