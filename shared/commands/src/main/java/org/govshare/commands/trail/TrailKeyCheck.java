package org.govshare.commands.trail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.govshare.commands.messages.CommandMessages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;
import org.govshare.platform.sql.Sql;
import org.jboss.logging.Logger;

/**
 * Compares this process's trail key with the key of the senders in the database. With another key, a repeated command
 * would not be recognised and would be carried out twice. Without a key, senders would be stored under hashes that can
 * be guessed. In both cases the process accepts no command, and readiness says why.
 */
@Default
@Readiness
@ApplicationScoped
public class TrailKeyCheck implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(TrailKeyCheck.class);
    private static final String FIRST =
            "insert into govshare.trail_key (fingerprint) values (:fingerprint) on conflict do nothing";
    private static final String STANDING = "select fingerprint from govshare.trail_key";

    private final DataSource database;
    private final Pseudonyms pseudonyms;
    private volatile boolean same;

    TrailKeyCheck(DataSource database, Pseudonyms pseudonyms) {
        this.database = database;
        this.pseudonyms = pseudonyms;
    }

    /**
     * Refuses temporarily in a process with another key or none; asks the database until the keys have matched once.
     */
    public void require() {
        if (!agrees()) {
            LOG.error("GOVSHARE_TRAIL_KEY is missing, or is not the key of the senders in this database:"
                    + " no command is accepted");
            throw Problem.of(ProblemType.UNAVAILABLE, CommandMessages.NO_TRAIL_KEY)
                    .asException();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Trail key").status(known()).build();
    }

    /** Whether the keys match; false if the database does not answer. */
    private boolean known() {
        try {
            return agrees();
        } catch (RuntimeException e) {
            LOG.warnf("the fingerprint of the trail key cannot be read from the database: %s", e);
            return false;
        }
    }

    private boolean agrees() {
        if (!same && pseudonyms.keyed()) {
            same = QuarkusTransaction.requiringNew().call(this::ask);
        }
        return same;
    }

    private boolean ask() throws SQLException {
        String fingerprint = pseudonyms.fingerprint();
        try (Connection connection = database.getConnection()) {
            Sql.on(connection, FIRST).bind("fingerprint", fingerprint).update();
            return Sql.on(connection, STANDING).one(row -> fingerprint.equals(row.getString(1)));
        }
    }
}
