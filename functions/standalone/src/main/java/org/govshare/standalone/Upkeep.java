package org.govshare.standalone;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.govshare.commands.trail.Pseudonyms;
import org.govshare.platform.failure.CommandException;
import org.govshare.platform.time.TimeSources;
import org.govshare.upkeep.retention.Erasure;
import org.govshare.upkeep.root.RootWriter;
import org.jboss.logging.Logger;

/** What a CronJob does in a cluster and {@code up} does by itself: the trail's roots, and the erasure of what is old. */
@ApplicationScoped
class Upkeep {
    private static final Logger LOG = Logger.getLogger(Upkeep.class);
    private static final int SLICES = 20;

    private final DataSource database;
    private final Pseudonyms pseudonyms;

    Upkeep(DataSource database, Pseudonyms pseudonyms) {
        this.database = database;
        this.pseudonyms = pseudonyms;
    }

    @Scheduled(every = "{govshare.roots.every}", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void root() {
        Map<String, String> environment = System.getenv();
        RootLocation location = new RootLocation(Home.open(environment), environment);
        try (Connection connection = database.getConnection()) {
            new RootWriter(location.file(), location.privateKey(), TimeSources.wall()).write(connection);
        } catch (SQLException | CommandException e) {
            LOG.error("no root of the trail could be signed", e);
        }
    }

    @Scheduled(every = "{govshare.erasure.every}", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void erase() {
        try (Connection connection = database.getConnection()) {
            new Erasure(OperatedLaw.periods(System.getenv()), pseudonyms, TimeSources.wall()).run(connection, SLICES);
        } catch (SQLException | CommandException e) {
            LOG.error("what is old could not be erased; it is tried again", e);
        }
    }
}
