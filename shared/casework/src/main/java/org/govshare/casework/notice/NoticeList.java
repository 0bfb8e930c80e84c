package org.govshare.casework.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

/**
 * Reads an agency's notices. A notice shows only when no transaction as old as its writer is open any more, so what an
 * agency has read past can never be added to: one that commits late is waited for, not skipped.
 */
@ApplicationScoped
public class NoticeList {
    private final DataSource database;

    NoticeList(DataSource database) {
        this.database = database;
    }

    @Transactional
    NoticePage list(String agency, NoticeFilter filter, Locale language) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql(filter))) {
            bind(query, agency, filter);
            List<NoticeView> items = new ArrayList<>();
            List<NoticePlace> places = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    items.add(view(row, language));
                    places.add(new NoticePlace(row.getLong("place_txid"), row.getLong("seq")));
                }
            }
            return new NoticePage(items, next(filter, places).toString());
        } catch (SQLException e) {
            throw new IllegalStateException("notices cannot be read, SQLSTATE " + e.getSQLState(), e);
        }
    }

    /** One notice of the agency, in the language wanted. */
    @Transactional
    Optional<NoticeView> find(String agency, UUID id, Locale language) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(NoticeSql.ONE)) {
            query.setObject(1, id);
            query.setString(2, agency);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(view(row, language)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a notice cannot be read, SQLSTATE " + e.getSQLState(), e);
        }
    }

    private static String sql(NoticeFilter filter) {
        boolean polls = filter.after().isPresent();
        if (filter.caseId().isPresent()) {
            return polls ? NoticeSql.AFTER_OF_CASE : NoticeSql.NEWEST_OF_CASE;
        }
        return polls ? NoticeSql.AFTER : NoticeSql.NEWEST;
    }

    private static void bind(PreparedStatement query, String agency, NoticeFilter filter) throws SQLException {
        int next = 1;
        Object[] kinds = filter.kinds().stream().map(NoticeKind::text).toArray();
        query.setArray(next++, query.getConnection().createArrayOf("text", kinds));
        query.setString(next++, agency);
        if (filter.caseId().isPresent()) {
            query.setObject(next++, filter.caseId().get());
        }
        if (filter.after().isPresent()) {
            query.setString(next++, Long.toString(filter.after().get().txid()));
            query.setLong(next++, filter.after().get().seq());
        }
        query.setInt(next++, filter.limit());
        if (filter.caseId().isEmpty()) {
            query.setInt(next, filter.limit());
        }
    }

    /** After what is newest of the page; where there is nothing, where the reader stood. */
    private static NoticePlace next(NoticeFilter filter, List<NoticePlace> places) {
        if (places.isEmpty()) {
            return filter.after().orElse(NoticePlace.START);
        }
        return filter.after().isPresent() ? places.get(places.size() - 1) : places.get(0);
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
