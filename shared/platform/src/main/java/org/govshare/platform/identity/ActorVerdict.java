package org.govshare.platform.identity;

/** What an {@code actorjwt} was found to be. */
public sealed interface ActorVerdict {

    /** The sender's, for this very event. */
    record Trusted(Caller caller) implements ActorVerdict {}

    /** Refused for good: nothing is stored, and the event's id stays free. */
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
