package org.govshare.platform.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Verifies tokens as SmallRye does, then looks at the form of the claims that we read, in one place for bearer tokens and
 * {@code actorjwt}: a claim of another form makes the token invalid (401), never a failure of ours. A token found valid is not
 * verified again for a minute, nor after it has expired taken for valid: a key that the issuer withdraws is believed as long.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class StrictTokens extends DefaultJWTCallerPrincipalFactory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST_CHARACTERS = 4_000_000;

    private final Clock wall;
    private final Cache<Key, Verified> verified = Caffeine.newBuilder()
            .weigher((Key key, Verified token) -> key.token().length())
            .maximumWeight(MOST_CHARACTERS)
            .expireAfterWrite(KEPT)
            .build();

    StrictTokens(Clock wall) {
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
        JWTCallerPrincipal principal = verify(token, settings);
        verified.put(key, new Verified(principal, Instant.ofEpochSecond(principal.getExpirationTime())));
        return principal;
    }

    private JWTCallerPrincipal verify(String token, JWTAuthContextInfo settings) throws ParseException {
        JWTCallerPrincipal principal;
        try {
            principal = super.parse(token, settings);
        } catch (RuntimeException e) {
            throw new ParseException("claims of an unexpected type", e);
        }
        try {
            byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
            if (!Claims.wellFormed(JSON.readTree(payload))) {
                throw new ParseException("claims of an unexpected form");
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ParseException("claims that are no JSON", e);
        }
        return principal;
    }
}
