package org.govshare.platform.gauge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.platform.gauge.Measure.Column;
import org.jboss.logging.Logger;

/**
 * Reads every measure at intervals and shows the last reading, so that {@code /q/metrics} never waits for the database.
 * A gauge is NaN while the database does not answer or its reading is older than four intervals.
 */
@ApplicationScoped
public class Measures {
    private static final Logger LOG = Logger.getLogger(Measures.class);
    private static final int INTERVALS = 4;

    private final DataSource database;
    private final List<Reading> readings;
    private final List<Gauge> shown = new ArrayList<>();
    private final Set<Reading> failing = new HashSet<>();

    Measures(
            DataSource database,
            @All List<Measure> measures,
            @ConfigProperty(name = "govshare.gauges.every") String every) {
        this.database = database;
        Duration validity = "off".equals(every)
                ? Duration.ZERO
                : DurationConverter.parseDuration(every).multipliedBy(INTERVALS);
        this.readings =
                measures.stream().map(measure -> new Reading(measure, validity)).toList();
    }

    void register(@Observes StartupEvent started, MeterRegistry meters) {
        for (Reading reading : readings) {
            List<Column> columns = reading.measure().columns();
            for (int i = 0; i < columns.size(); i++) {
                int index = i;
                Column column = columns.get(i);
                shown.add(Gauge.builder(column.name(), reading, read -> read.value(index))
                        .baseUnit(column.unit().isEmpty() ? null : column.unit())
                        .description(column.meaning())
                        .strongReference(true)
                        .register(meters));
            }
        }
    }

    /** A registry outlives an application that restarts in the same process, as in tests and in dev mode. */
    void remove(@Observes ShutdownEvent stopped, MeterRegistry meters) {
        shown.forEach(meters::remove);
    }

    /** Reads each measure by itself, so that a failure does not affect the others. */
    @Scheduled(every = "{govshare.gauges.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void read() {
        readings.forEach(this::read);
    }

    private void read(Reading reading) {
        try {
            reading.take(database);
            if (failing.remove(reading)) {
                LOG.infof("%s can be read again", names(reading));
            }
        } catch (SQLException | RuntimeException e) {
            if (failing.add(reading)) {
                LOG.warnf("%s cannot be read: %s", names(reading), e);
            }
        }
    }

    private static List<String> names(Reading reading) {
        return reading.measure().columns().stream().map(Column::name).toList();
    }
}
