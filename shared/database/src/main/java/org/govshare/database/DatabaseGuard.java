package org.govshare.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts a server again that ended while it was needed: on the same folder and port, so that its clients can reconnect.
 */
public final class DatabaseGuard implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EmbeddedDatabase server;
    private final Listener listener;
    private final ScheduledExecutorService watch;
    private boolean wanted = true;
    private boolean failing;
    private long failingSince;

    /** Hears what becomes of the server, from the guard's own thread. */
    public interface Listener {
        /** It has ended; the guard starts it again. */
        void gone();

        /** It runs again. */
        void back();

        /** It could not be started again for half a minute; called once, and nothing after it. */
        void lost(String why);
    }

    private DatabaseGuard(EmbeddedDatabase server, Listener listener) {
        this.server = server;
        this.listener = listener;
        this.watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "govshare-database-guard");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Guards a running server from now on. */
    public static DatabaseGuard over(EmbeddedDatabase server, Listener listener) {
        DatabaseGuard guard = new DatabaseGuard(server, listener);
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
            listener.back();
        }
    }

    private void failing() {
        if (!failing) {
            failing = true;
            failingSince = System.nanoTime();
            listener.gone();
        }
    }

    /** The first attempts can fail because the killed server's own processes still hold its resources. */
    private void giveUpAfterAWhile(RuntimeException failure) {
        if (System.nanoTime() - failingSince > PATIENCE.toNanos()) {
            wanted = false;
            listener.lost(failure.getMessage());
        }
    }
}
