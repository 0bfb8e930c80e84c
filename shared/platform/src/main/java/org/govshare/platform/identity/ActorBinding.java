package org.govshare.platform.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.platform.problem.Violation;

/**
 * The claims that bind an {@code actorjwt} to one event. They must match the event that arrived, so that nobody can use
 * a token seen on the broker for another command.
 */
public final class ActorBinding {
    public static final String ID = "event_id";
    public static final String SOURCE = "event_source";
    public static final String TYPE = "event_type";
    /** SHA-256, in lower-case hexadecimal, of the data as RFC 8785 writes it. */
    public static final String DIGEST = "event_digest";

    /** The member of an event for each claim. */
    private static final Map<String, String> MEMBERS =
            Map.of(ID, "/id", SOURCE, "/source", TYPE, "/type", DIGEST, CommandEvent.DATA);

    private ActorBinding() {}

    /** The claims that a token for this event must have. */
    public static Map<String, String> of(CommandEvent event) {
        return Map.of(
                ID, event.id(),
                SOURCE, event.source(),
                TYPE, event.type(),
                DIGEST, CanonicalJson.sha256(CanonicalJson.write(event.data())));
    }

    /**
     * The members of the event that the token does not match; none if it is bound to exactly this event. No token binds
     * data that its digest does not cover completely, such as a whole number that no double holds.
     */
    static List<Violation> breaches(JsonWebToken token, CommandEvent event) {
        if (!CanonicalJson.isInteroperable(event.data())) {
            return List.of(Violation.invalid(CommandEvent.DATA, PlatformMessages.NOT_BINDABLE));
        }
        return of(event).entrySet().stream()
                .filter(claim -> !claim.getValue().equals(token.getClaim(claim.getKey())))
                .map(claim -> breach(claim.getKey()))
                .sorted(Comparator.comparing(Violation::pointer))
                .toList();
    }

    private static Violation breach(String claim) {
        return Violation.invalid(MEMBERS.get(claim), PlatformMessages.differsFromClaim(claim));
    }

    /** Whether the token was made for one event: such a token is not a bearer token. */
    static boolean isIn(JsonWebToken token) {
        return Stream.of(ID, SOURCE, TYPE, DIGEST).anyMatch(token::containsClaim);
    }
}
