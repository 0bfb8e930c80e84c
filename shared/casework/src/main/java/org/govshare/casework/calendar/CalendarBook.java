package org.govshare.casework.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.govshare.regulation.calendar.HolidayNotice;
import org.govshare.regulation.calendar.WorkingCalendar;

/**
 * The working calendar in force: the built-in notices and those that operators loaded, which every process looks for
 * every other second. A clock counted with an older one carries that version and is counted again by the sweep.
 */
@ApplicationScoped
public class CalendarBook {
    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private final DataSource database;
    private final Clock wall;
    private volatile Edition edition = new Edition(0, WorkingCalendar.builtIn());
    private volatile Instant lookedAt = Instant.MIN;

    CalendarBook(DataSource database, Clock wall) {
        this.database = database;
        this.wall = wall;
    }

    /** A calendar and the version that clocks counted with it carry. */
    public record Edition(int version, WorkingCalendar calendar) {}

    /** The edition in force, at most two seconds old. */
    public Edition edition() {
        if (wall.instant().isAfter(lookedAt.plus(lookedAt.equals(Instant.MIN) ? Duration.ZERO : GOOD_FOR))) {
            refresh();
        }
        return edition;
    }

    /** Looks now for notices loaded since. */
    public synchronized Edition refresh() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select version, content from govshare.holiday_notice where version > ? order by version")) {
            query.setInt(1, edition.version());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    HolidayNotice notice = HolidayNotice.read("notice", rows.getString(2));
                    edition = new Edition(rows.getInt(1), edition.calendar().with(notice));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the holiday notices cannot be read", e);
        }
        lookedAt = wall.instant();
        return edition;
    }
}
