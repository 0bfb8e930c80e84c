package org.govshare.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class OutageTest {
    @Test
    void whatFollowsFromTheMissingDatabase_isLeftOut_andNothingElse() {
        assertFollows(true, "org.govshare.commands.outbox", new IllegalStateException(new SQLException("refused")));
        assertFollows(true, "org.govshare.standalone.Upkeep", new SQLException("refused"));
        assertFollows(true, "io.agroal.pool", null);
        assertFollows(true, "org.hibernate.orm.jdbc.error", null);
        assertFollows(false, "org.govshare.backflow", null);
        assertFollows(false, "org.govshare.backflow", new IllegalStateException(new IOException("the city is away")));
        assertFollows(false, null, null);
    }

    private static void assertFollows(boolean follows, String logger, Throwable thrown) {
        LogRecord entry = new LogRecord(Level.WARNING, "m");
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        assertEquals(follows, Outage.follows(entry), logger + ": " + thrown);
    }
}
