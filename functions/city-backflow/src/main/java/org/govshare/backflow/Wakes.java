package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.govshare.commands.outbox.Outbox;
import org.govshare.platform.sql.Sql;

/** Asks, always in the caller's transaction, for another look at a stream by any replica that gets the notification. */
@ApplicationScoped
class Wakes {
    /** Takes effect only for a wake that is earlier than the one that is already waiting. */
    private static final String EXPECT = """
            update backflow_stream set look_at = :at
            where city = :city and dataset_id = :dataset and (look_at is null or look_at <= :wall_now or look_at > :at)""";

    private final Outbox outbox;
    private final Clock wall;

    Wakes(Outbox outbox, Clock wall) {
        this.outbox = outbox;
        this.wall = wall;
    }

    void now(StreamKey stream) {
        outbox.add(Wake.TYPE, stream.subject(), data(stream));
    }

    /** Wakes the stream once at that moment, even if several callers ask before it. */
    void at(Connection connection, StreamKey stream, Instant at) throws SQLException {
        int expected = Sql.on(connection, EXPECT)
                .bind("at", at)
                .bind("city", stream.city())
                .bind("dataset", stream.dataset())
                .bind("wall_now", wall.instant().truncatedTo(ChronoUnit.MICROS))
                .update();
        if (expected == 1) {
            outbox.addLater(Wake.TYPE, stream.subject(), data(stream), at);
        }
    }

    private static Map<String, Object> data(StreamKey stream) {
        return Map.of("city", stream.city(), "dataset", stream.dataset());
    }
}
