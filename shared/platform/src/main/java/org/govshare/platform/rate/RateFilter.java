package org.govshare.platform.rate;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.platform.problem.Languages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemBody;
import org.govshare.platform.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Holds each sender, and each address that sends without a valid token, to a rate (429, RFC 6585) before any work is done. */
public class RateFilter {
    private final Buckets senders;
    private final Buckets peers;
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest current;

    RateFilter(RateLimits limits, CurrentIdentityAssociation identities, CurrentVertxRequest current) {
        this.senders = new Buckets(limits.sender(), limits.senderBurst());
        this.peers = new Buckets(limits.peer(), limits.peerBurst());
        this.identities = identities;
        this.current = current;
    }

    /** Lets pass with nothing. Who sends is asked of the token, once it has been found valid. */
    @ServerRequestFilter(preMatching = true)
    public Uni<Response> limit(ContainerRequestContext request, HttpHeaders headers) {
        String peer = Optional.ofNullable(current.getCurrent().request().remoteAddress())
                .map(SocketAddress::hostAddress)
                .orElse("");
        return identities
                .getDeferredIdentity()
                .map(identity -> sender(identity).map(senders::take).orElseGet(() -> peers.take(peer)))
                .onFailure()
                .recoverWithItem(() -> peers.take(peer))
                .map(wait -> wait.map(until -> refusal(until, headers)).orElse(null));
    }

    private static Optional<String> sender(SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            return Optional.empty();
        }
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return Optional.of(token.getClaim("agency") + "/" + token.getSubject());
        }
        return Optional.of(identity.getPrincipal().getName());
    }

    private static Response refusal(Duration until, HttpHeaders headers) {
        Problem problem = Problem.of(
                ProblemType.TOO_MANY,
                "请在 " + until.toSeconds() + " 秒后重试。",
                "Try again in " + until.toSeconds() + " s.");
        return Response.fromResponse(ProblemBody.response(problem, Languages.wanted(headers)))
                .header(HttpHeaders.RETRY_AFTER, until.toSeconds())
                .build();
    }
}
