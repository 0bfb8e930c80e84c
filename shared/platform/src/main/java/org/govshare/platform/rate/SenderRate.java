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

    /** Takes what a request costs; how its sender is refused when it is beyond its rate. */
    Optional<RateExceeded> beyond(JsonWebToken sender) {
        return beyond(name(Objects.toString(sender.getClaim("agency"), ""), sender.getSubject()));
    }

    Optional<RateExceeded> beyond(String sender) {
        return senders.take(sender).map(RateExceeded::new);
    }

    /**
     * Takes what a command costs that a broker brings.
     *
     * @throws RateExceeded when its sender is beyond its rate
     */
    public void take(Caller sender) {
        beyond(name(sender)).ifPresent(beyond -> {
            throw beyond;
        });
    }

    /** Takes what more commands of the same request cost; what the sender lacks for them its next request waits for. */
    public void owe(Caller sender, int commands) {
        senders.owe(name(sender), commands);
    }

    /** As the token names them: a contractor is one sender, whomever it acts for. */
    private static String name(Caller sender) {
        return name(sender.contractor().orElse(sender.agency()), sender.subject());
    }

    private static String name(String agency, String subject) {
        return agency + "/" + subject;
    }
}
