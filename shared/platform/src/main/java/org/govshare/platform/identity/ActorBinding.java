package org.govshare.platform.identity;

import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.json.CanonicalJson;

/**
 * The claims that tie an {@code actorjwt} to one event: what they say of the event must be what came, so that a token
 * seen on the broker serves no other command.
 */
public final class ActorBinding {
    public static final String ID = "event_id";
    public static final String SOURCE = "event_source";
    public static final String TYPE = "event_type";
    /** SHA-256, in lower-case hexadecimal, of the data as RFC 8785 writes it. */
    public static final String DIGEST = "event_digest";

    private ActorBinding() {}

    /** The claims that a token for this event must carry. */
    public static Map<String, String> of(CommandEvent event) {
        return Map.of(
                ID, event.id(),
                SOURCE, event.source(),
                TYPE, event.type(),
                DIGEST, CanonicalJson.sha256(CanonicalJson.write(event.data())));
    }

    /** No token binds data that says more than its digest covers, such as a whole number that no double holds. */
    static boolean binds(JsonWebToken token, CommandEvent event) {
        return CanonicalJson.isInteroperable(event.data()) && claimsAre(token, of(event));
    }

    private static boolean claimsAre(JsonWebToken token, Map<String, String> wanted) {
        return wanted.entrySet().stream().allMatch(claim -> claim.getValue().equals(token.getClaim(claim.getKey())));
    }

    /** Whether the token was made for an event: such a one is no bearer token. */
    static boolean isIn(JsonWebToken token) {
        return Stream.of(ID, SOURCE, TYPE, DIGEST).anyMatch(token::containsClaim);
    }
}
