package org.govshare.platform.sql;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** A process without its database is not ready. The driver's message, with the address, is written only to the log. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);

    private final AgroalDataSource database;
    private final AtomicBoolean away = new AtomicBoolean();

    DatabaseCheck(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database").status(answers()).build();
    }

    private boolean answers() {
        try {
            if (database.isHealthy(false)) {
                back();
                return true;
            }
            lost("its connection is not valid");
        } catch (SQLException e) {
            lost(e.toString());
        }
        return false;
    }

    private void lost(String reason) {
        if (!away.getAndSet(true)) {
            LOG.errorf("not ready, the database does not answer: %s", reason);
        }
    }

    private void back() {
        if (away.getAndSet(false)) {
            LOG.info("the database answers again");
        }
    }
}
