package org.govshare.backflow;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.govshare.casework.outbox.Outbox;
import org.govshare.records.RecordStore;
import org.govshare.records.Sql;

/** Has a stream looked at again, by whichever replica the notification comes to; always in the caller's transaction. */
@ApplicationScoped
class Wakes {
    /** One that comes earlier than what is on its way already is worth a message of its own; a later one is not. */
    private static final String EXPECT = """
            update backflow_stream set look_at = ?
            where city = ? and dataset_id = ? and (look_at is null or look_at <= ? or look_at > ?)""";

    private final Outbox outbox;
    private final Clock wall;

    Wakes(Outbox outbox, Clock wall) {
        this.outbox = outbox;
        this.wall = wall;
    }

    void now(StreamKey stream) {
        outbox.add(RecordStore.WAKE, stream.subject(), data(stream));
    }

    /** Once for the stream, however many ask before that moment. */
    void at(Connection connection, StreamKey stream, Instant at) throws SQLException {
        Instant now = wall.instant().truncatedTo(ChronoUnit.MICROS);
        if (Sql.update(connection, EXPECT, at, stream.city(), stream.dataset(), now, at) == 1) {
            outbox.addLater(RecordStore.WAKE, stream.subject(), data(stream), at);
        }
    }

    private static Map<String, Object> data(StreamKey stream) {
        return Map.of("city", stream.city(), "dataset", stream.dataset());
    }
}
