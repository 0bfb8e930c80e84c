package org.govshare.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts a server again that ended while it was needed: on the same folder and port, so that its clients can reconnect.
 */
public final class DatabaseGuard implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedDatabase server;
    private final Consumer<String> told;
    private final Runnable lost;
    private final ScheduledExecutorService watch;
    private boolean wanted = true;
    private boolean failing;
    private long failingSince;

    private DatabaseGuard(EmbeddedDatabase server, Consumer<String> told, Runnable lost) {
        this.server = server;
        this.told = told;
        this.lost = lost;
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "govshare-database-guard");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Guards a running server from now on.
     *
     * @param told gets a line for the operator about each event
     * @param lost called once, when the server could not be started again for half a minute
     */
    public static DatabaseGuard over(EmbeddedDatabase server, Consumer<String> told, Runnable lost) {
        DatabaseGuard guard = new DatabaseGuard(server, told, lost);
        guard.watch.scheduleWithFixedDelay(guard::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return guard;
    }

    /** Stops the server for good, after a start that is under way; does nothing when it has gone. */
    @Override
    public synchronized void close() {
        watch.shutdown();
        if (wanted && server.runs()) {
            server.close();
        }
        wanted = false;
    }

    private synchronized void look() {
        try {
            if (wanted) {
                seeThatItRuns();
            }
        } catch (RuntimeException e) {
            // Whatever it is: an exception that leaves here would end the watch, and nobody would notice.
            failing();
            giveUpAfterAWhile(e);
        }
    }

    private void seeThatItRuns() {
        if (!server.runs()) {
            failing();
            server.revive();
        }
        // Also after a failed attempt, whose server may have come later: or the next failure would count from this one.
        if (failing) {
            failing = false;
            told.accept("PostgreSQL is back");
        }
    }

    private void failing() {
        if (!failing) {
            failing = true;
            failingSince = System.nanoTime();
            told.accept("PostgreSQL has gone; starting it again");
        }
    }

    /** The first attempts can fail because the killed server's own processes still hold its resources. */
    private void giveUpAfterAWhile(RuntimeException failure) {
        if (System.nanoTime() - failingSince > PATIENCE.toNanos()) {
            wanted = false;
            told.accept("PostgreSQL does not start again: " + failure.getMessage());
            lost.run();
        }
    }
}
