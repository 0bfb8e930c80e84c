package org.govshare.regulation.pack;

import java.util.Map;

/**
 * A pack by name and by the digest of its content, so that a case stays under the very text it was opened under.
 *
 * @param obligorOnly the text does not bind all parties: of it only those duties count that bind their obligor alone
 */
public record PackRef(String id, String digest, boolean obligorOnly) {
    private static final String OBLIGOR = "obligor";

    /** A pack that binds all parties. */
    public PackRef(String id, String digest) {
        this(id, digest, false);
    }

    /** As a case's row holds it: {@code id}, {@code digest} and, where it is so, {@code covers: obligor}. */
    public Map<String, String> entry() {
        return obligorOnly ? Map.of("id", id, "digest", digest, "covers", OBLIGOR) : Map.of("id", id, "digest", digest);
    }

    public static PackRef of(Map<String, String> entry) {
        return new PackRef(entry.get("id"), entry.get("digest"), OBLIGOR.equals(entry.get("covers")));
    }

    /** As the trail holds it, in one word: {@code id=digest} or {@code id=digest=obligor}. */
    public String word() {
        return id + "=" + digest + (obligorOnly ? "=" + OBLIGOR : "");
    }

    public static PackRef ofWord(String word) {
        var parts = word.split("=", 3);
        return new PackRef(parts[0], parts[1], parts.length == 3 && parts[2].equals(OBLIGOR));
    }
}
