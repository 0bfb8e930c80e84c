package org.govshare.platform.time;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.govshare.platform.sql.Sql;

/**
 * Wall time shifted by the row of {@code business_time}. The row is read each time, so that all processes move
 * together.
 */
final class MovableClock extends Clock {
    private final Clock wall;
    private final DataSource database;

    MovableClock(Clock wall, DataSource database) {
        this.wall = wall;
        this.database = database;
    }

    @Override
    public ZoneId getZone() {
        return wall.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(wall.withZone(zone), database);
    }

    @Override
    public Instant instant() {
        return wall.instant().plusMillis(shift());
    }

    private long shift() {
        try (Connection connection = database.getConnection()) {
            return Sql.on(connection, "select offset_millis from govshare.business_time")
                    .first(row -> row.getLong(1))
                    .orElse(0L);
        } catch (SQLException e) {
            throw new IllegalStateException("the law's clock cannot be read", e);
        }
    }
}
