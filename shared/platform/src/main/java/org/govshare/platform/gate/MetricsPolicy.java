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
 * Decides who reads {@code /q/metrics}: at a front Service an operator with a token; at an inner one everybody who can
 * reach it. The numbers show the traffic of the agencies by kind.
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

    /** A caller that its token makes a contractor or a person has no other role. */
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
