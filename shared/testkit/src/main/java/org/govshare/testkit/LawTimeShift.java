package org.govshare.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Moves the law's clock of applications started with {@code govshare.movable-clock=true}, as the owner's role. */
public final class LawTimeShift {
    private final String ownerUrl;

    public LawTimeShift(String ownerUrl) {
        this.ownerUrl = ownerUrl;
    }

    /** From here on the law's clock runs on from the given moment. */
    public void to(Instant moment) {
        Duration shift = Duration.between(Clock.systemUTC().instant(), moment);
        try (Connection connection = DriverManager.getConnection(ownerUrl);
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into govshare.business_time (offset_millis) values (?)
                        on conflict (only_row) do update set offset_millis = excluded.offset_millis
                        """)) {
            upsert.setLong(1, shift.toMillis());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the law's clock cannot be moved", e);
        }
    }
}
