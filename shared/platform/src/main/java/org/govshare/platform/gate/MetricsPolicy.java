package org.govshare.platform.gate;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.identity.Roles;

/**
 * Who reads {@code /q/metrics}: at a front door an operator, by its token; inside, everybody who can reach it. What is counted
 * shows how much of what kind each agency's traffic is.
 */
@ApplicationScoped
public class MetricsPolicy implements HttpSecurityPolicy {
    private final boolean open;

    MetricsPolicy(
            @ConfigProperty(name = "govshare.metrics") Optional<String> metrics,
            @ConfigProperty(name = "govshare.entrance") String entrance) {
        this.open =
                metrics.filter(given -> !given.isBlank()).map("open"::equals).orElse(!"front".equals(entrance));
    }

    @Override
    public String name() {
        return "metrics";
    }

    /** A caller whose token makes it a contractor or a person has no other role. */
    private static boolean mayLook(SecurityIdentity caller) {
        return caller.hasRole(Roles.OPERATOR) && !caller.hasRole(Roles.CONTRACTOR) && !caller.hasRole(Roles.PERSON);
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        if (open) {
            return Uni.createFrom().item(CheckResult.PERMIT);
        }
        return identity.map(caller -> mayLook(caller) ? CheckResult.PERMIT : CheckResult.DENY);
    }
}
