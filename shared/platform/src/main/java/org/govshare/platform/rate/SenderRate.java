package org.govshare.platform.rate;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.platform.identity.Caller;

/** The rate of each authenticated sender over all entrances of this process: REST, {@code /events} and the broker's. */
@ApplicationScoped
public class SenderRate {
    private final Buckets senders;

    SenderRate(RateLimits limits) {
        this.senders = new Buckets(limits.sender(), limits.senderBurst());
    }

    /** Takes the cost of a request. If the sender is beyond its rate, returns the refusal. */
    Optional<RateExceeded> beyond(JsonWebToken sender) {
        return beyond(name(Objects.toString(sender.getClaim("agency"), ""), sender.getSubject()));
    }

    Optional<RateExceeded> beyond(String sender) {
        return senders.take(sender).map(RateExceeded::new);
    }

    /**
     * Takes the cost of a command that a broker delivers.
     *
     * @throws RateExceeded when its sender is beyond its rate
     */
    public void take(Caller sender) {
        beyond(name(sender)).ifPresent(beyond -> {
            throw beyond;
        });
    }

    /**
     * Takes the cost of further commands of the same request. If the sender lacks tokens for them, its next request
     * waits.
     */
    public void owe(Caller sender, int commands) {
        senders.owe(name(sender), commands);
    }

    /** The name of the sender in the token: a contractor is one sender, regardless of the agency that it acts for. */
    private static String name(Caller sender) {
        return name(sender.contractor().orElse(sender.agency()), sender.subject());
    }

    private static String name(String agency, String subject) {
        return agency + "/" + subject;
    }
}
