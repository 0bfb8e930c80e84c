package org.govshare.platform.identity;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.event.BrokeredEvent;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.ActorVerdict.Reason;
import org.govshare.platform.json.CanonicalJson;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.problem.Violation;
import org.govshare.regulation.document.Text;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Identifies the sender of an event that a broker delivers, with the issuer, key and audience of bearer tokens. */
@ApplicationScoped
public class ActorTokens {
    /** The longest life of an {@code actorjwt}: long enough for a broker's retries, too short to be worth stealing. */
    public static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

    /**
     * How long after its expiry a token still gets its sender an answer: as long as a broker may try, and shorter than
     * answers are kept, so that none is given twice.
     */
    static final Duration GRACE = Duration.ofDays(3);

    private static final Text EXPIRED = PlatformMessages.TOKEN_EXPIRED_ON_THE_WAY;
    private static final Text TOO_LONG_LIVED = PlatformMessages.TOKEN_TOO_LONG_LIVED;
    private static final Text UNBOUND = PlatformMessages.TOKEN_OF_ANOTHER_EVENT;

    private final JWTParser parser;
    private final StrictTokens late;
    private final JWTAuthContextInfo settings;
    private final Callers callers;

    ActorTokens(JWTParser parser, StrictTokens late, JWTAuthContextInfo settings, Callers callers) {
        this.parser = parser;
        this.late = late;
        this.settings = settings;
        this.callers = callers;
    }

    /**
     * Verifies signature, issuer, audience, times and binding.
     *
     * @throws IllegalStateException when the issuer's key is not available now: a passing fault, after which the event
     *     should be sent again
     */
    public ActorVerdict verify(BrokeredEvent event) {
        Optional<String> jwt = event.actorJwt().filter(token -> !token.isBlank());
        if (jwt.isEmpty()) {
            return new ActorVerdict.Refused(Reason.MISSING);
        }
        try {
            return judged(parser.parse(jwt.get()), event.command());
        } catch (ParseException e) {
            Reason reason = reason(e);
            return reason == Reason.EXPIRED ? expired(jwt.get()) : new ActorVerdict.Refused(reason);
        }
    }

    private ActorVerdict judged(JsonWebToken token, CommandEvent event) {
        if (livesTooLong(token)) {
            return declined(Reason.TOO_LONG_LIVED, token, TOO_LONG_LIVED, List.of());
        }
        List<Violation> breaches = ActorBinding.breaches(token, event);
        if (!breaches.isEmpty()) {
            return declined(Reason.UNBOUND, token, UNBOUND, breaches);
        }
        return callers.of(token)
                .<ActorVerdict>map(ActorVerdict.Trusted::new)
                .orElseGet(() -> new ActorVerdict.Refused(Reason.NO_CALLER));
    }

    /** Expiry may hide other faults, which the second verification finds. */
    private ActorVerdict expired(String jwt) {
        try {
            return declined(Reason.EXPIRED, late.parseLate(jwt, settings, GRACE), EXPIRED, List.of());
        } catch (ParseException e) {
            return new ActorVerdict.Refused(reason(e));
        }
    }

    private ActorVerdict declined(Reason reason, JsonWebToken token, Text detail, List<Violation> violations) {
        Problem problem = new Problem(ProblemType.UNAUTHENTICATED, detail, violations, Optional.empty());
        return callers.of(token)
                .<ActorVerdict>map(sender -> new ActorVerdict.Declined(reason, sender, idOf(token), problem))
                .orElseGet(() -> new ActorVerdict.Refused(Reason.NO_CALLER));
    }

    /**
     * The digest of the {@code jti}, or of everything that is signed. The signature is not used, because it can have
     * several forms.
     */
    private static String idOf(JsonWebToken token) {
        String raw = token.getRawToken();
        return CanonicalJson.sha256(Optional.ofNullable(token.getTokenID())
                .filter(id -> !id.isBlank())
                .orElseGet(() -> raw.substring(0, raw.lastIndexOf('.'))));
    }

    private static boolean livesTooLong(JsonWebToken token) {
        long issued = token.getIssuedAtTime();
        return issued <= 0 || token.getExpirationTime() - issued > LONGEST_LIFE.toSeconds();
    }

    /** A key that could not be fetched may be fetched later; one that the issuer does not have never will. */
    private static Reason reason(ParseException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                throw new IllegalStateException("the issuer's key is not available now", refused);
            }
            if (cause instanceof InvalidJwtException invalid && invalid.hasExpired()) {
                return Reason.EXPIRED;
            }
        }
        return Reason.UNTRUSTED;
    }
}
