package org.govshare.platform.identity;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the token of an {@code Authorization} header: the scheme in any case, then one or more spaces (RFC 6750 section 2.1,
 * RFC 9110 section 11.1). The challenge says why a token was refused; a request without a token gets no reason (section
 * 3.1).
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class BearerTokens implements HttpAuthenticationMechanism {
    static final String CHALLENGE = "Bearer";

    private static final String FAULT = TokenFault.class.getName();
    private static final Pattern CREDENTIALS = Pattern.compile("bearer +(\\S.*)", Pattern.CASE_INSENSITIVE);

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String header = request.request().getHeader("Authorization");
        Matcher credentials = CREDENTIALS.matcher(header == null ? "" : header);
        if (!credentials.matches()) {
            return Uni.createFrom().nullItem();
        }
        request.put(HttpAuthenticationMechanism.class.getName(), this);
        var token = new TokenAuthenticationRequest(new JsonWebTokenCredential(credentials.group(1)));
        return identities
                .authenticate(HttpSecurityUtils.setRoutingContextAttribute(token, request))
                .onFailure()
                .invoke(failure -> RefusedToken.faultIn(failure).ifPresent(fault -> request.put(FAULT, fault)));
    }

    /** For paths that REST does not serve, such as metrics. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        TokenFault fault = request.get(FAULT);
        String challenge = fault == null ? CHALLENGE : fault.challenge();
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", challenge));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, CHALLENGE));
    }
}
