package org.govshare.platform.rate;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.platform.language.Languages;
import org.govshare.platform.problem.ProblemBody;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Limits each sender, and each address that sends without a valid token, to a rate (429, RFC 6585) before any work is
 * done.
 */
public class RateFilter {
    private final SenderRate senders;
    private final Buckets peers;
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest current;

    RateFilter(
            SenderRate senders, RateLimits limits, CurrentIdentityAssociation identities, CurrentVertxRequest current) {
        this.senders = senders;
        this.peers = new Buckets(limits.peer(), limits.peerBurst());
        this.identities = identities;
        this.current = current;
    }

    /** Lets the request pass. The sender is read from the token after it was found valid. */
    @ServerRequestFilter(preMatching = true)
    public Uni<Response> limit(ContainerRequestContext request, HttpHeaders headers) {
        String peer = Optional.ofNullable(current.getCurrent().request().remoteAddress())
                .map(SocketAddress::hostAddress)
                .orElse("");
        return identities
                .getDeferredIdentity()
                .map(identity -> beyond(identity, peer))
                .onFailure()
                .recoverWithItem(() -> stranger(peer))
                .map(beyond -> beyond.map(it -> refusal(it, headers)).orElse(null));
    }

    private Optional<RateExceeded> beyond(SecurityIdentity identity, String peer) {
        if (identity == null || identity.isAnonymous()) {
            return stranger(peer);
        }
        return identity.getPrincipal() instanceof JsonWebToken token
                ? senders.beyond(token)
                : senders.beyond(identity.getPrincipal().getName());
    }

    private Optional<RateExceeded> stranger(String peer) {
        return peers.take(peer).map(RateExceeded::new);
    }

    private static Response refusal(RateExceeded beyond, HttpHeaders headers) {
        return Response.fromResponse(ProblemBody.response(beyond.problem(), Languages.wanted(headers)))
                .header(HttpHeaders.RETRY_AFTER, beyond.retryAfter())
                .build();
    }
}
