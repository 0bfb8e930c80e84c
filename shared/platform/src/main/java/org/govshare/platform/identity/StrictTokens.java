package org.govshare.platform.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * Verifies tokens as SmallRye does, then checks the form of the claims that we read, for bearer tokens and {@code
 * actorjwt} alike. A claim of another form makes the token invalid (401) and is never an internal error. A valid token
 * is not verified again for a minute, but never counts as valid after it has expired. So a key that the issuer
 * withdraws is accepted for up to a minute more.
 */
@ApplicationScoped
@Alternative
@Priority(1)
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMWW", "com.github.benmanes.caffeine.cache.PSWMW"})
public class StrictTokens extends JWTCallerPrincipalFactory {
    /** By how much the issuer's clock may be ahead of ours. */
    private static final Duration LEEWAY = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST_CHARACTERS = 4_000_000;

    private final IssuerKeys keys;
    private final Clock wall;
    /**
     * Caffeine chooses its classes by names that it derives from the options; they are registered above for a native
     * executable.
     */
    private final Cache<Key, Verified> verified = Caffeine.newBuilder()
            .weigher((Key key, Verified token) -> key.token().length())
            .maximumWeight(MOST_CHARACTERS)
            .expireAfterWrite(KEPT)
            .build();

    StrictTokens(IssuerKeys keys, Clock wall) {
        this.keys = keys;
        this.wall = wall;
    }

    private record Key(String token, JWTAuthContextInfo settings) {}

    private record Verified(JWTCallerPrincipal principal, Instant until) {}

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        Key key = new Key(token, settings);
        Verified known = verified.getIfPresent(key);
        if (known != null && wall.instant().isBefore(known.until())) {
            return known.principal();
        }
        keys.require(settings);
        JWTCallerPrincipal principal = verify(token, settings);
        verified.put(key, new Verified(principal, Instant.ofEpochSecond(principal.getExpirationTime())));
        return principal;
    }

    /**
     * Verifies a token that may have expired, but no longer ago than the grace. The result is never cached.
     *
     * @param grace whole seconds count
     */
    JWTCallerPrincipal parseLate(String token, JWTAuthContextInfo settings, Duration grace) throws ParseException {
        // The copy reads fields, and those of a proxy are empty: without an audience, none would be required.
        JWTAuthContextInfo late = new JWTAuthContextInfo(ClientProxy.unwrap(settings));
        late.setClockSkew(Math.toIntExact(grace.toSeconds()));
        keys.require(late);
        return verify(token, late);
    }

    private JWTCallerPrincipal verify(String token, JWTAuthContextInfo settings) throws RefusedToken {
        try {
            JwtContext context = keys.parse(token, settings);
            return principal(context, payload(token));
        } catch (RefusedToken e) {
            throw e;
        } catch (ParseException e) {
            throw RefusedToken.by(e);
        } catch (IOException | RuntimeException e) {
            throw new RefusedToken(TokenFault.CLAIMS, e);
        }
    }

    /** Keeps only our roles of its groups: an issuer's other groups are for other services. */
    private JWTCallerPrincipal principal(JwtContext context, JsonNode payload) throws RefusedToken {
        if (!Claims.wellFormed(payload)) {
            throw new RefusedToken(TokenFault.CLAIMS, null);
        }
        JwtClaims claims = context.getJwtClaims();
        claims.setStringListClaim(Claims.GROUPS, Claims.roles(payload));
        JWTCallerPrincipal principal =
                new DefaultJWTCallerPrincipal(context.getJoseObjects().get(0).getHeader("typ"), claims);
        if (principal.getIssuedAtTime() > wall.instant().plus(LEEWAY).getEpochSecond()) {
            throw new RefusedToken(TokenFault.NOT_YET_VALID, null);
        }
        return principal;
    }

    private static JsonNode payload(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }
}
