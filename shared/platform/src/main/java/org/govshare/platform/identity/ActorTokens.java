package org.govshare.platform.identity;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.platform.event.BrokeredEvent;
import org.govshare.platform.identity.ActorVerdict.Reason;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Tells who sent an event that a broker delivers: by the same issuer, key and audience as a bearer token. */
@ApplicationScoped
public class ActorTokens {
    /** How long an {@code actorjwt} may live in all: long enough for a broker's retries, too short to be worth keeping. */
    public static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    private final JWTParser parser;
    private final Callers callers;

    ActorTokens(JWTParser parser, Callers callers) {
        this.parser = parser;
        this.callers = callers;
    }

    /**
     * Verifies signature, issuer, audience, life and binding.
     *
     * @throws IllegalStateException when the issuer's key cannot be had now, which passes: the event should come again
     */
    public ActorVerdict verify(BrokeredEvent event) {
        Optional<String> jwt = event.actorJwt().filter(token -> !token.isBlank());
        if (jwt.isEmpty()) {
            return new ActorVerdict.Refused(Reason.MISSING);
        }
        try {
            return judged(parser.parse(jwt.get()), event);
        } catch (ParseException e) {
            return new ActorVerdict.Refused(reason(e));
        }
    }

    private ActorVerdict judged(JsonWebToken token, BrokeredEvent event) {
        if (livesTooLong(token)) {
            return new ActorVerdict.Refused(Reason.TOO_LONG_LIVED);
        }
        if (!ActorBinding.binds(token, event.command())) {
            return new ActorVerdict.Refused(Reason.UNBOUND);
        }
        return callers.of(token)
                .<ActorVerdict>map(ActorVerdict.Trusted::new)
                .orElseGet(() -> new ActorVerdict.Refused(Reason.NO_CALLER));
    }

    private static boolean livesTooLong(JsonWebToken token) {
        long issued = token.getIssuedAtTime();
        return issued <= 0 || token.getExpirationTime() - issued > LONGEST_LIFE.toSeconds();
    }

    /** A key that could not be fetched may be had later; one that the issuer does not have never will. */
    private static Reason reason(ParseException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                throw new IllegalStateException("the issuer's key cannot be had now", refused);
            }
            if (cause instanceof InvalidJwtException invalid && invalid.hasExpired()) {
                return Reason.EXPIRED;
            }
        }
        return Reason.UNTRUSTED;
    }
}
