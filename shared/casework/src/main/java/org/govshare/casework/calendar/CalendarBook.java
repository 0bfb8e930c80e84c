package org.govshare.casework.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.calendar.HolidayNotice;
import org.govshare.regulation.calendar.WorkingCalendar;

/**
 * The working calendar in force: the built-in notices and those that operators loaded, which every process looks for
 * every other second. A clock counted with an older one carries that version and is counted again by the sweep.
 */
@ApplicationScoped
public class CalendarBook {
    private static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private static final String SINCE =
            "select version, content from govshare.holiday_notice where version > :version %s order by version";
    private static final String COMMITTED =
            "and (pg_current_xact_id_if_assigned() is null or xmin <> pg_current_xact_id_if_assigned()::xid)";

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

    /** Looks now for notices loaded since, but not at what the caller's own transaction has yet to commit. */
    public synchronized Edition refresh() {
        edition = read(COMMITTED, edition);
        lookedAt = wall.instant();
        return edition;
    }

    /** The edition as the caller's transaction sees it; kept by nobody, since that may yet be rolled back. */
    Edition within() {
        return read("", edition);
    }

    private Edition read(String which, Edition since) {
        try (Connection connection = database.getConnection()) {
            return Sql.on(connection, SINCE.formatted(which))
                    .bind("version", since.version())
                    .read(rows -> later(since, rows));
        } catch (SQLException e) {
            throw new IllegalStateException("the holiday notices cannot be read", e);
        }
    }

    private static Edition later(Edition since, ResultSet rows) throws SQLException {
        Edition found = since;
        while (rows.next()) {
            HolidayNotice notice = HolidayNotice.read("notice", rows.getString(2));
            found = new Edition(rows.getInt(1), found.calendar().with(notice));
        }
        return found;
    }
}
