package org.govshare.platform.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.util.Base64;

/**
 * Verifies tokens as SmallRye does, then looks at the form of the claims that we read, in one place for bearer tokens and
 * {@code actorjwt}: a claim of another form makes the token invalid (401), never a failure of ours.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class StrictTokens extends DefaultJWTCallerPrincipalFactory {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
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
