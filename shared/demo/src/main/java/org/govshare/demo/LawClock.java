package org.govshare.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.time.TimeSources;

/** Moves the law's clock of the functions, through the table that only the schema's owner may write. */
public final class LawClock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd EEE HH:mm", Locale.ENGLISH);
    private static final String MOVE = """
            insert into business_time (offset_millis) values (:offset)
            on conflict (only_row) do update set offset_millis = excluded.offset_millis""";

    private final String ownerUrl;
    private final Clock wall = TimeSources.wall();

    public LawClock(String ownerUrl) {
        this.ownerUrl = ownerUrl;
    }

    /** From here on the law's clock runs on from this moment in Asia/Shanghai, such as {@code 2025-09-24T09:30}. */
    public void to(String moment) {
        Instant instant = LocalDateTime.parse(moment).atZone(ZONE).toInstant();
        try (Connection connection = DriverManager.getConnection(ownerUrl)) {
            Sql.on(connection, MOVE)
                    .bind("offset", Duration.between(wall.instant(), instant).toMillis())
                    .update();
        } catch (SQLException e) {
            throw new IllegalStateException("the law's clock cannot be moved", e);
        }
    }

    /** A moment as the API writes it, for people: {@code 2025-10-11 Sat 00:00}. */
    public static String read(String instant) {
        return FORMAT.format(Instant.parse(instant).atZone(ZONE));
    }

    /** A moment as {@link #to} takes it, for people. */
    public static String readLocal(String moment) {
        return FORMAT.format(LocalDateTime.parse(moment).atZone(ZONE));
    }

    /** A moment as the API writes it, for comparing: {@code 2025-10-11T00:00}. */
    public static String local(String instant) {
        return Instant.parse(instant).atZone(ZONE).toLocalDateTime().toString();
    }
}
