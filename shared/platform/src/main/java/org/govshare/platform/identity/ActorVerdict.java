package org.govshare.platform.identity;

import org.govshare.platform.problem.Problem;

/** What an {@code actorjwt} was found to be. */
public sealed interface ActorVerdict {

    /** The sender's, for this very event. */
    record Trusted(Caller caller) implements ActorVerdict {}

    /**
     * Validly signed for a known sender, but not for this event or not any more: the event's id stays free, and the
     * sender is answered once for each token.
     *
     * @param tokenId a digest that no other token has
     */
    record Declined(Reason reason, Caller sender, String tokenId, Problem problem) implements ActorVerdict {}

    /** Of nobody who is known, or of long ago: refused for good and unanswered; nothing is stored, and the event's id stays free. */
    record Refused(Reason reason) implements ActorVerdict {}

    /** Why; what counts refusals is tagged with it. */
    enum Reason {
        MISSING,
        EXPIRED,
        UNTRUSTED,
        TOO_LONG_LIVED,
        UNBOUND,
        NO_CALLER
    }
}
