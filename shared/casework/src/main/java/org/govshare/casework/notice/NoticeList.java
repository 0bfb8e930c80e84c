package org.govshare.casework.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.govshare.casework.notice.NoticePage.NoticeView;
import org.govshare.casework.notice.NoticePlace.Point;
import org.govshare.casework.notice.NoticePlace.Range;
import org.govshare.regulation.organ.Organs;

/**
 * Reads an agency's notices. A notice shows only when no transaction as old as its writer is open any more, so what an
 * agency has read past can never be added to: one that commits late is waited for, not skipped. Notices stay as they were
 * given; who holds the office of an agency that ended reads that one's too, however early they were given.
 */
@ApplicationScoped
public class NoticeList {
    private final DataSource database;
    private final Organs organs;

    NoticeList(DataSource database, Organs organs) {
        this.database = database;
        this.organs = organs;
    }

    @Transactional
    NoticePage list(String agency, NoticeFilter filter, Locale language) {
        List<String> offices = organs.officesOf(agency);
        try (Connection connection = database.getConnection()) {
            if (filter.after().isPresent()) {
                return later(connection, offices, filter.after().get(), filter, language);
            }
            Rows newest = read(connection, newest(filter), offices, Optional.empty(), filter, language);
            NoticePlace next = newest.points().isEmpty()
                    ? NoticePlace.start()
                    : NoticePlace.at(newest.points().get(0), offices);
            return new NoticePage(newest.items(), next.toString());
        } catch (SQLException e) {
            throw new IllegalStateException("notices cannot be read, SQLSTATE " + e.getSQLState(), e);
        }
    }

    private NoticePage later(
            Connection connection, List<String> offices, NoticePlace place, NoticeFilter filter, Locale language)
            throws SQLException {
        Range range = place.range(offices);
        Rows rows = read(connection, later(filter), range.offices(), Optional.of(range), filter, language);
        NoticePlace next = place.after(range, rows.points(), rows.points().size() == filter.limit());
        return rows.items().isEmpty() && range.catchesUp()
                ? later(connection, offices, next, filter, language)
                : new NoticePage(rows.items(), next.toString());
    }

    /** One notice of the agency, in the language wanted. */
    @Transactional
    Optional<NoticeView> find(String agency, UUID id, Locale language) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(NoticeSql.ONE)) {
            query.setObject(1, id);
            query.setArray(2, array(connection, organs.officesOf(agency)));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(view(row, language)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a notice cannot be read, SQLSTATE " + e.getSQLState(), e);
        }
    }

    private static String newest(NoticeFilter filter) {
        return filter.caseId().isPresent() ? NoticeSql.NEWEST_OF_CASE : NoticeSql.NEWEST;
    }

    private static String later(NoticeFilter filter) {
        return filter.caseId().isPresent() ? NoticeSql.AFTER_OF_CASE : NoticeSql.AFTER;
    }

    /** Notices and where each lies. */
    private record Rows(List<NoticeView> items, List<Point> points) {}

    private static Rows read(
            Connection connection,
            String sql,
            List<String> offices,
            Optional<Range> range,
            NoticeFilter filter,
            Locale language)
            throws SQLException {
        Rows rows = new Rows(new ArrayList<>(), new ArrayList<>());
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, offices, range, filter);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.items().add(view(row, language));
                    rows.points().add(new Point(row.getLong("place_txid"), row.getLong("seq")));
                }
            }
        }
        return rows;
    }

    private static void bind(PreparedStatement query, List<String> offices, Optional<Range> range, NoticeFilter filter)
            throws SQLException {
        int next = 1;
        List<String> kinds = filter.kinds().stream().map(NoticeKind::text).toList();
        query.setArray(next++, array(query.getConnection(), kinds));
        query.setArray(next++, array(query.getConnection(), offices));
        if (filter.caseId().isPresent()) {
            query.setObject(next++, filter.caseId().get());
        }
        if (range.isPresent()) {
            for (Point bound : List.of(range.get().after(), range.get().until())) {
                query.setString(next++, Long.toString(bound.txid()));
                query.setLong(next++, bound.seq());
            }
        }
        query.setInt(next++, filter.limit());
        if (filter.caseId().isEmpty()) {
            query.setInt(next, filter.limit());
        }
    }

    private static Array array(Connection connection, List<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static NoticeView view(ResultSet row, Locale language) throws SQLException {
        return new NoticeView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("case_id", UUID.class),
                row.getString("rung"),
                row.getObject("about", UUID.class),
                instant(row, "due_at"),
                row.getString("pack") + " " + row.getString("article"),
                row.getString("act").isEmpty() ? null : row.getString("act"),
                row.getString("zh".equals(language.getLanguage()) ? "zh" : "en"),
                instant(row, "given_at"),
                instant(row, "annulled_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
