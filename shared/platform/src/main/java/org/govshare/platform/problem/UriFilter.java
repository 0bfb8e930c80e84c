package org.govshare.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses paths and query parameters that hold a NUL, which no text in PostgreSQL can, before anything looks one up. */
public class UriFilter {

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        if (uri.getPath().indexOf('\0') >= 0) {
            throw Problem.notFound().asException();
        }
        List<Violation> violations = uri.getQueryParameters().entrySet().stream()
                .filter(parameter -> holdsNul(parameter.getValue()))
                .map(parameter -> Violation.invalid(
                        parameter.getKey().replace("\0", ""), "不能含有空字符", "must not hold a NUL character"))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.fields(violations).asException();
        }
    }

    private static boolean holdsNul(Collection<String> values) {
        return values.stream().anyMatch(value -> value.indexOf('\0') >= 0);
    }
}
