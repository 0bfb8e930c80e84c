package org.govshare.upkeep.root;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.govshare.platform.json.CanonicalJson;

/**
 * A signature over the trail at a moment: over the last entries of all chains that changed since the root before.
 *
 * @param n from 1, without gaps
 * @param previous SHA-256 of the line of the root before; zeros before the first
 * @param at wall time of signing
 * @param bound the oldest transaction that was still open: entries that are not visible yet were written by it or by
 *     later ones
 * @param chains how many chains the trail had at this root, and {@code entries} how many entries
 * @param heads how many chains changed since the root before
 * @param digest SHA-256 over a line of chain, number and hash for each of them, sorted by the bytes of the chain's name
 * @param signature detached JWS (RFC 7515, appendix F) over the other members as canonical JSON
 */
record Root(
        long n,
        String previous,
        Instant at,
        long bound,
        long chains,
        long entries,
        long heads,
        String digest,
        String signature) {
    static final String NO_PREVIOUS = "0".repeat(64);

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The signed text. */
    String signed() {
        return CanonicalJson.write(members());
    }

    /** The root as one line of the file, without the line end. */
    String line() {
        return CanonicalJson.write(members().put("signature", signature));
    }

    String hash() {
        return CanonicalJson.sha256(line());
    }

    Root with(String made) {
        return new Root(n, previous, at, bound, chains, entries, heads, digest, made);
    }

    private ObjectNode members() {
        return JSON.createObjectNode()
                .put("n", n)
                .put("previous", previous)
                .put("at", at.toString())
                .put("bound", bound)
                .put("chains", chains)
                .put("entries", entries)
                .put("heads", heads)
                .put("digest", digest);
    }

    /** Reads a line; empty if it is not a root, or has members that a root does not have. */
    static Optional<Root> read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            Root root = new Root(
                    node.path("n").asLong(),
                    node.path("previous").asText(),
                    Instant.parse(node.path("at").asText()),
                    node.path("bound").asLong(),
                    node.path("chains").asLong(),
                    node.path("entries").asLong(),
                    node.path("heads").asLong(),
                    node.path("digest").asText(),
                    node.path("signature").asText());
            return Optional.of(root).filter(r -> r.line().equals(line));
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
