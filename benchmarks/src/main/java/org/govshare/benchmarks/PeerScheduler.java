package org.govshare.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * db-scheduler doing the same work: one task for each rung that waits, whose effect is one statement that writes the rung,
 * the trail's entry, the notices and the outbox rows. Kinder than a port would be: no locks on cases, no law asked for words,
 * and a hash made by PostgreSQL on the way.
 */
final class PeerScheduler {
    private static final int THREADS = 16;
    private static final double FETCH_BELOW = 1.0;
    private static final double FETCH_UP_TO = 8.0;

    private final String url;
    private final String fire;

    PeerScheduler(String url) throws IOException {
        this.url = url;
        try (InputStream in = PeerScheduler.class.getResourceAsStream("peer-fire.sql")) {
            this.fire = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Its table, as its documentation gives it for PostgreSQL, with a task for each rung that waits. */
    static void prepare(Connection superuser) throws SQLException {
        DurableServer.execute(superuser, """
                create table scheduled_tasks (
                    task_name text not null, task_instance text not null, task_data bytea,
                    execution_time timestamptz not null, picked boolean not null, picked_by text, last_success timestamptz,
                    last_failure timestamptz, consecutive_failures int, last_heartbeat timestamptz, version bigint not null,
                    priority smallint, primary key (task_name, task_instance));
                create index execution_time_idx on scheduled_tasks (execution_time);
                create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
                create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);
                grant select, insert, update, delete on scheduled_tasks to govshare_app;
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'escalate', clock_id || '|' || rung, clock_timestamp() - interval '1 hour', false, 1
                  from clock_rung where fired_at is null and not moot and due_at <= '%s'
                """.formatted(OpenClocks.now()));
    }

    /** Runs until no task is left; timed once one of so many is done. */
    Escalate.Fired run(Connection looking, int warmUp) throws SQLException, InterruptedException {
        try (AgroalDataSource pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(connections -> connections
                        .maxSize(THREADS + 4)
                        .initialSize(THREADS + 4)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url))))) {
            OneTimeTask<Void> task =
                    Tasks.oneTime("escalate").execute((instance, context) -> fire(pool, instance.getId()));
            Scheduler scheduler = Scheduler.create(pool, task)
                    .threads(THREADS)
                    .pollUsingLockAndFetch(FETCH_BELOW, FETCH_UP_TO)
                    .pollingInterval(Duration.ofMillis(100))
                    .build();
            long all = left(looking, "");
            scheduler.start();
            try {
                await(looking, "", all - all / warmUp);
                long rest = left(looking, "");
                long start = System.nanoTime();
                await(looking, "limit 1", 0);
                return Escalate.Fired.since(start, rest);
            } finally {
                scheduler.stop();
            }
        }
    }

    private static void await(Connection looking, String limit, long most) throws SQLException, InterruptedException {
        while (left(looking, limit) > most) {
            Thread.sleep(20);
        }
    }

    private static long left(Connection looking, String limit) throws SQLException {
        return DurableServer.count(looking, "select count(*) from (select 1 from scheduled_tasks " + limit + ") t");
    }

    private void fire(DataSource pool, String instance) {
        int bar = instance.indexOf('|');
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(fire)) {
            statement.setObject(1, OpenClocks.now().atOffset(ZoneOffset.UTC));
            statement.setObject(2, UUID.fromString(instance.substring(0, bar)));
            statement.setString(3, instance.substring(bar + 1));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a rung of the peer did not fire", e);
        }
    }
}
