package org.govshare.platform.query;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.govshare.platform.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses paths that contain a NUL, before any code looks one up: PostgreSQL cannot store a NUL. */
public class UriFilter {

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().indexOf('\0') >= 0) {
            throw Problem.notFound().asException();
        }
    }
}
