package org.govshare.standalone;

import java.sql.SQLException;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.govshare.database.DatabaseGuard;

/**
 * Tells the operator what becomes of the PostgreSQL that {@code up} has started. Meanwhile the log leaves out that this and
 * that could not reach it; after the end it says nothing more, so that the reason is the last thing to read.
 */
final class Outage implements DatabaseGuard.Listener {
    private static final List<String> DRIVERS = List.of("io.agroal.", "org.hibernate.", "com.arjuna.");
    private static final int MOST_CAUSES = 20;

    private final Runnable end;

    /** @param end ends the process; called once, when PostgreSQL could not be started again */
    Outage(Runnable end) {
        this.end = end;
    }

    @Override
    public void gone() {
        for (Handler handler : handlers()) {
            handler.setFilter(entry -> !follows(entry));
        }
        System.err.println("govshare: PostgreSQL has gone; starting it again");
    }

    @Override
    public void back() {
        for (Handler handler : handlers()) {
            handler.setFilter(null);
        }
        System.err.println("govshare: PostgreSQL is back");
    }

    @Override
    public void lost(String why) {
        for (Handler handler : handlers()) {
            handler.setLevel(Level.OFF);
        }
        System.err.println("govshare: PostgreSQL does not start again: " + why);
        end.run();
    }

    /** Whether an entry of the log follows from the missing database, and says nothing that the operator does not know. */
    static boolean follows(LogRecord entry) {
        String logger = String.valueOf(entry.getLoggerName());
        if (DRIVERS.stream().anyMatch(logger::startsWith)) {
            return true;
        }
        Throwable cause = entry.getThrown();
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SQLException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static Handler[] handlers() {
        return Logger.getLogger("").getHandlers();
    }
}
