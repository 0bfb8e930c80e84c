package org.govshare.casework.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.notice.NoticeCursor.Point;
import org.govshare.casework.notice.NoticeCursor.Range;
import org.govshare.casework.notice.NoticePage.NoticeView;
import org.govshare.platform.sql.Cells;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.organ.Organs;

/**
 * Reads an agency's notices. A notice shows only when no transaction as old as its writer is open any more, so nothing is
 * ever added before the cursor: a notice that commits late delays the list, and is not skipped. Notices stay as they were
 * given; the agency that holds the office of one that ended reads that one's too, however early they were given.
 */
@ApplicationScoped
public class NoticeList {
    private final Database database;
    private final Organs organs;

    NoticeList(Database database, Organs organs) {
        this.database = database;
        this.organs = organs;
    }

    @Transactional
    NoticePage list(String agency, NoticeFilter filter, Locale language) {
        List<String> offices = organs.officesOf(agency);
        return database.call(connection -> {
            if (filter.after().isPresent()) {
                return later(connection, offices, filter.after().get(), filter, language);
            }
            Rows newest = read(connection, newest(filter), offices, Optional.empty(), filter, language);
            NoticeCursor next = newest.points().isEmpty()
                    ? NoticeCursor.start()
                    : NoticeCursor.at(newest.points().get(0), offices);
            return new NoticePage(newest.items(), next.toString());
        });
    }

    private NoticePage later(
            Connection connection, List<String> offices, NoticeCursor cursor, NoticeFilter filter, Locale language)
            throws SQLException {
        Range range = cursor.range(offices);
        Rows rows = read(connection, later(filter), range.offices(), Optional.of(range), filter, language);
        NoticeCursor next = cursor.after(range, rows.points(), rows.points().size() == filter.limit());
        return rows.items().isEmpty() && range.catchesUp()
                ? later(connection, offices, next, filter, language)
                : new NoticePage(rows.items(), next.toString());
    }

    /** One notice of the agency, in the language wanted. */
    @Transactional
    Optional<NoticeView> find(String agency, UUID id, Locale language) {
        return database.call(connection -> Sql.on(connection, NoticeSql.ONE)
                .bind("id", id)
                .bind("offices", organs.officesOf(agency).toArray(String[]::new))
                .first(row -> view(row, language)));
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
        bound(Sql.on(connection, sql), offices, range, filter).each(row -> {
            rows.items().add(view(row, language));
            rows.points().add(new Point(row.getLong("place_txid"), row.getLong("seq")));
        });
        return rows;
    }

    private static Sql bound(Sql query, List<String> offices, Optional<Range> range, NoticeFilter filter) {
        query.bind("kinds", filter.kinds().stream().map(NoticeKind::text).toArray(String[]::new))
                .bind("offices", offices.toArray(String[]::new))
                .bind("limit", filter.limit());
        filter.caseId().ifPresent(id -> query.bind("case_id", id));
        range.ifPresent(
                some -> query.bind("after_txid", Long.toString(some.after().txid()))
                        .bind("after_seq", some.after().seq())
                        .bind("until_txid", Long.toString(some.until().txid()))
                        .bind("until_seq", some.until().seq()));
        return query;
    }

    private static NoticeView view(ResultSet row, Locale language) throws SQLException {
        return new NoticeView(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("case_id", UUID.class),
                row.getString("rung"),
                row.getObject("about", UUID.class),
                Cells.maybeInstant(row, "due_at").orElse(null),
                row.getString("pack") + " " + row.getString("article"),
                row.getString("act").isEmpty() ? null : row.getString("act"),
                row.getString("zh".equals(language.getLanguage()) ? "zh" : "en"),
                row.getString("reason"),
                Cells.maybeInstant(row, "given_at").orElse(null),
                Cells.maybeInstant(row, "annulled_at").orElse(null));
    }
}
