package org.govshare.platform.identity;

import org.govshare.platform.problem.Problem;

/** The result of verifying an {@code actorjwt}. */
public sealed interface ActorVerdict {

    /** The token is the sender's and is for exactly this event. */
    record Trusted(Caller caller) implements ActorVerdict {}

    /**
     * The token is validly signed for a known sender, but is for another event or has expired. The event's id stays
     * free, and the sender is answered once for each token.
     *
     * @param tokenId a digest that no other token has
     */
    record Declined(Reason reason, Caller sender, String tokenId, Problem problem) implements ActorVerdict {}

    /**
     * The token names no known sender, or expired long ago. It is refused permanently and without an answer; nothing is
     * stored, and the event's id stays free.
     */
    record Refused(Reason reason) implements ActorVerdict {}

    /** The reason, which is also the tag of the counter of refusals. */
    enum Reason {
        MISSING,
        EXPIRED,
        UNTRUSTED,
        TOO_LONG_LIVED,
        UNBOUND,
        NO_CALLER
    }
}
