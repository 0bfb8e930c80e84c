package org.govshare.standalone;

import io.quarkus.runtime.Quarkus;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The functions under Quarkus, and under them a database that has to stop after they have. */
final class Server {
    private static final long PATIENCE_SECONDS = 30;

    private final DatabaseAccess database;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CountDownLatch functionsStopped = new CountDownLatch(1);

    /** From here on a signal closes the database too. */
    Server(DatabaseAccess database) {
        this.database = database;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "govshare-stop"));
    }

    /** Serves until a signal comes; returns the exit status. */
    int run() {
        AtomicInteger status = new AtomicInteger();
        running.set(true);
        try {
            Quarkus.run(Announcement.class, (code, failure) -> {
                status.set(code);
                if (failure != null) {
                    failure.printStackTrace();
                }
            });
        } finally {
            functionsStopped.countDown();
            closeDatabase();
        }
        return status.get();
    }

    private void stopOnSignal() {
        try {
            if (running.get() && !functionsStopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("govshare: the functions have not stopped in time; stopping the database");
            }
            closeDatabase();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void closeDatabase() {
        if (closed.compareAndSet(false, true)) {
            database.close();
        }
    }
}
