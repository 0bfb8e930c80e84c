package org.govshare.platform.identity;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** A process that cannot verify a token is not ready; only the log says where the keys should come from. */
@Readiness
@ApplicationScoped
public class TokenKeyCheck implements HealthCheck {
    private final IssuerKeys keys;
    private final JWTAuthContextInfo settings;

    TokenKeyCheck(IssuerKeys keys, JWTAuthContextInfo settings) {
        this.keys = keys;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Token key").status(present()).build();
    }

    private boolean present() {
        try {
            keys.require(settings);
            return true;
        } catch (RefusedToken e) {
            return false;
        }
    }
}
