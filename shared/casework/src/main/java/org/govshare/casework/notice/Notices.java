package org.govshare.casework.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.casework.notice.Notice.RungKey;
import org.govshare.commands.outbox.NewMessage;
import org.govshare.commands.outbox.Outbox;
import org.govshare.platform.sql.Columns;
import org.govshare.platform.sql.RowIds;
import org.govshare.regulation.organ.Organs;
import org.hibernate.Session;

/** Gives notices to agencies: each a row that the agency polls and an event that names it, in the caller's transaction. */
@ApplicationScoped
public class Notices {
    public static final String GIVEN = "org.govshare.notice.given.v1";

    private static final String INSERT = """
            insert into govshare.notice (id, agency, kind, case_id, clock_id, rung, projection, about, due_at, pack, article,
                                         act, zh, en, given_at)
            select n.*, ? from unnest(
                cast(? as uuid[]), cast(? as text[]), cast(? as text[]), cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]),
                cast(? as integer[]), cast(? as uuid[]), cast(? as timestamptz[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]), cast(? as text[]), cast(? as text[])) as n
            """;

    /** As the statement takes them, after the moment and the id. */
    private static final List<Function<Notice, Object>> COLUMNS = List.of(
            Notice::agency,
            notice -> notice.kind().text(),
            notice -> notice.caseId().orElse(null),
            notice -> notice.rung().map(RungKey::clock).orElse(null),
            notice -> notice.rung().map(RungKey::rung).orElse(null),
            notice -> notice.rung().map(RungKey::projection).orElse(null),
            notice -> notice.about().orElse(null),
            notice -> notice.due().orElse(null),
            Notice::pack,
            Notice::article,
            Notice::act,
            notice -> notice.text().zh(),
            notice -> notice.text().en());

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
     * of the same thing gets two notices: the caller makes sure that it does so once. What is meant for an agency that
     * has ended goes to who holds its office.
     *
     * @param at the law's time
     * @return as they were given, in the order they came: the caller enters them in the trail of their cases
     */
    @Transactional(TxType.MANDATORY)
    public List<GivenNotice> give(List<Notice> meant, Instant at) {
        if (meant.isEmpty()) {
            return List.of();
        }
        Map<String, String> holders = meant.stream()
                .map(Notice::agency)
                .distinct()
                .collect(Collectors.toMap(agency -> agency, organs::holderOf));
        List<Notice> notices = meant.stream()
                .map(notice -> notice.to(holders.get(notice.agency())))
                .toList();
        List<UUID> ids = notices.stream().map(notice -> RowIds.next()).toList();
        database.unwrap(Session.class).doWork(connection -> insert(connection, ids, notices, at));
        List<GivenNotice> given = new ArrayList<>();
        for (int i = 0; i < notices.size(); i++) {
            given.add(new GivenNotice(ids.get(i), notices.get(i), at));
        }
        outbox.addAll(given.stream().map(one -> message(one.id(), one.notice())).toList());
        return given;
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
            insert.setObject(1, at.atOffset(ZoneOffset.UTC));
            insert.setArray(2, Columns.of(connection, ids, id -> id));
            for (int i = 0; i < COLUMNS.size(); i++) {
                insert.setArray(i + 3, Columns.of(connection, notices, COLUMNS.get(i)));
            }
            insert.executeUpdate();
        }
    }
}
