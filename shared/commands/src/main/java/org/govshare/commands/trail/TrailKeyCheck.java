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
 * Compares this process's trail key with the one under which the database's senders were entered. With another, a command that is
 * repeated here would not be recognised and would be done twice; without any, its sender could only be entered under what can be
 * guessed: so no command is taken, and readiness says why.
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

    /** Refuses, for the time being, in a process with another key or none; the database is asked until it has agreed once. */
    public void require() {
        if (!agrees()) {
            LOG.error("GOVSHARE_TRAIL_KEY is missing, or not the key under which this database's senders were entered:"
                    + " no command is taken");
            throw Problem.of(ProblemType.UNAVAILABLE, CommandMessages.NO_TRAIL_KEY)
                    .asException();
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Trail key").status(known()).build();
    }

    /** Whether the keys agree, and no when the database does not answer. */
    private boolean known() {
        try {
            return agrees();
        } catch (RuntimeException e) {
            LOG.warnf("the database does not say under which trail key its senders are kept: %s", e);
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
