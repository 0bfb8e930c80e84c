package org.govshare.platform.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers OPTIONS with the {@code Allow} that a 405 of the same path has (RFC 9110 sections 9.3.7 and 10.2.1). */
public class OptionsFilter {
    private final AllowedMethods methods;

    OptionsFilter(AllowedMethods methods) {
        this.methods = methods;
    }

    /** The answer for the path of a resource; empty for other methods, and for a path that does not exist. */
    @ServerRequestFilter(preMatching = true)
    public Optional<Response> answer(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return Optional.empty();
        }
        Set<String> allowed = methods.at(request.getUriInfo().getPath());
        return allowed.isEmpty()
                ? Optional.empty()
                : Optional.of(Response.noContent().allow(allowed).build());
    }
}
