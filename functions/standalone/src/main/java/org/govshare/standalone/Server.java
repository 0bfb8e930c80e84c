package org.govshare.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.govshare.platform.failure.CommandException;

/** The functions under Quarkus, and under them a database that has to stop after they have. */
final class Server {
    private static final long PATIENCE_SECONDS = 30;

    private final AtomicBoolean running = new AtomicBoolean();
    private final CountDownLatch functionsStopped = new CountDownLatch(1);
    private DatabaseAccess database;

    private Server() {}

    /** Opens the database; a signal closes it too, even one that comes while it is opening. */
    static Server over(Supplier<DatabaseAccess> opening) {
        Server server = new Server();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stopOnSignal, "govshare-stop"));
        server.open(opening);
        return server;
    }

    private synchronized void open(Supplier<DatabaseAccess> opening) {
        database = opening.get();
    }

    /** @throws CommandException if a signal has closed it already */
    synchronized DatabaseAccess database() {
        if (database == null) {
            throw new CommandException("stopped while starting");
        }
        return database;
    }

    /** Serves until the application returns or a signal comes; returns the exit status. */
    int run(Class<? extends QuarkusApplication> application, String... arguments) {
        AtomicInteger status = new AtomicInteger();
        running.set(true);
        try {
            Quarkus.run(
                    application,
                    (code, failure) -> {
                        status.set(code);
                        if (failure != null) {
                            failure.printStackTrace();
                        }
                    },
                    arguments);
        } finally {
            functionsStopped.countDown();
            closeDatabase();
        }
        return status.get();
    }

    private void stopOnSignal() {
        boolean serving = running.get() && functionsStopped.getCount() > 0;
        if (serving) {
            System.out.println("govshare: stopping");
        }
        try {
            if (running.get() && !functionsStopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("govshare: the functions have not stopped in time; stopping the database");
            }
            closeDatabase();
            if (serving) {
                System.out.println("govshare: stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void closeDatabase() {
        if (database != null) {
            database.close();
            database = null;
        }
    }
}
