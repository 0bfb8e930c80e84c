package org.govshare.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses an {@code actorjwt} as a bearer token, because everybody who reads the broker sees it, and it is valid for
 * one event only.
 */
@ApplicationScoped
public class BearerOnly implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && ActorBinding.isIn(token)) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException(new RefusedToken(TokenFault.FOR_ONE_EVENT, null)));
        }
        return Uni.createFrom().item(identity);
    }
}
