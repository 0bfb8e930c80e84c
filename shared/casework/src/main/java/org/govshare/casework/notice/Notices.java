package org.govshare.casework.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.casework.notice.Notice.RungKey;
import org.govshare.casework.outbox.NewMessage;
import org.govshare.casework.outbox.Outbox;
import org.govshare.regulation.procedure.Organs;
import org.hibernate.Session;

/** Gives notices to agencies: each a row that the agency polls and an event that names it, in the caller's transaction. */
@ApplicationScoped
public class Notices {
    public static final String GIVEN = "org.govshare.notice.given.v1";

    private static final String INSERT = """
            insert into govshare.notice (id, agency, kind, case_id, clock_id, rung, projection, about, due_at, pack, article,
                                         act, zh, en, given_at)
            select n.*, ? from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as n
            """;

    private final EntityManager database;
    private final Outbox outbox;
    private final Organs organs;

    Notices(EntityManager database, Outbox outbox, Organs organs) {
        this.organs = organs;
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Gives notices, in the order in which they are to be read; one statement however many they are. An agency told twice
     * of the same thing gets two notices: whoever calls sees to it that it does so once. What is meant for an agency that
     * has ended goes to who holds its office.
     *
     * @param at the law's time
     */
    @Transactional(TxType.MANDATORY)
    public void give(List<Notice> meant, Instant at) {
        if (meant.isEmpty()) {
            return;
        }
        Map<String, String> holders = meant.stream()
                .map(Notice::agency)
                .distinct()
                .collect(Collectors.toMap(agency -> agency, organs::holderOf));
        List<Notice> notices = meant.stream()
                .map(notice -> notice.to(holders.get(notice.agency())))
                .toList();
        List<UUID> ids = notices.stream().map(notice -> UUID.randomUUID()).toList();
        database.unwrap(Session.class).doWork(connection -> insert(connection, ids, notices, at));
        List<NewMessage> messages = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            messages.add(message(ids.get(i), notices.get(i)));
        }
        outbox.addAll(messages);
    }

    private static NewMessage message(UUID id, Notice notice) {
        Map<String, Object> data = new HashMap<>();
        data.put("notice", id.toString());
        data.put("agency", notice.agency());
        notice.caseId().ifPresent(caseId -> data.put("case", caseId.toString()));
        return new NewMessage(GIVEN, id.toString(), data);
    }

    private static void insert(Connection connection, List<UUID> ids, List<Notice> notices, Instant at)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            Columns columns = new Columns(connection, notices);
            int next = 1;
            insert.setObject(next++, at.atOffset(ZoneOffset.UTC));
            insert.setArray(next++, connection.createArrayOf("uuid", ids.toArray()));
            insert.setArray(next++, columns.of("text", Notice::agency));
            insert.setArray(next++, columns.of("text", notice -> notice.kind().text()));
            insert.setArray(next++, columns.maybe("uuid", Notice::caseId));
            insert.setArray(
                    next++, columns.maybe("uuid", notice -> notice.rung().map(RungKey::clock)));
            insert.setArray(
                    next++, columns.maybe("text", notice -> notice.rung().map(RungKey::rung)));
            insert.setArray(
                    next++, columns.maybe("integer", notice -> notice.rung().map(RungKey::projection)));
            insert.setArray(next++, columns.maybe("uuid", Notice::about));
            insert.setArray(
                    next++, columns.maybe("timestamptz", notice -> notice.due().map(Instant::toString)));
            insert.setArray(next++, columns.of("text", Notice::pack));
            insert.setArray(next++, columns.of("text", Notice::article));
            insert.setArray(next++, columns.of("text", Notice::act));
            insert.setArray(next++, columns.of("text", notice -> notice.text().zh()));
            insert.setArray(next, columns.of("text", notice -> notice.text().en()));
            insert.executeUpdate();
        }
    }

    /** One array for each column. */
    private record Columns(Connection connection, List<Notice> notices) {
        Array of(String type, Function<Notice, Object> value) throws SQLException {
            return connection.createArrayOf(type, notices.stream().map(value).toArray());
        }

        Array maybe(String type, Function<Notice, Optional<?>> value) throws SQLException {
            return of(type, notice -> value.apply(notice).orElse(null));
        }
    }
}
