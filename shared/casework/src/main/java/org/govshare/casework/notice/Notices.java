package org.govshare.casework.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.casework.notice.Notice.RungKey;
import org.govshare.commands.outbox.NewMessage;
import org.govshare.commands.outbox.Outbox;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.RowIds;
import org.govshare.platform.sql.Sql;
import org.govshare.regulation.organ.Organs;

/** Gives notices to agencies: each a row that the agency polls and an event that names it, in the caller's transaction. */
@ApplicationScoped
public class Notices {
    public static final String GIVEN = "org.govshare.notice.given.v1";

    private static final String INSERT = """
            insert into govshare.notice (id, agency, kind, case_id, clock_id, rung, projection, about, due_at, pack, article,
                                         act, zh, en, given_at)
            select n.*, :law_now from unnest(
                cast(:id as uuid[]), cast(:agency as text[]), cast(:kind as text[]), cast(:case_id as uuid[]),
                cast(:clock_id as uuid[]), cast(:rung as text[]), cast(:projection as integer[]), cast(:about as uuid[]),
                cast(:due_at as timestamptz[]), cast(:pack as text[]), cast(:article as text[]), cast(:act as text[]),
                cast(:zh as text[]), cast(:en as text[])) as n
            """;

    private final Database database;
    private final Outbox outbox;
    private final Organs organs;

    Notices(Database database, Outbox outbox, Organs organs) {
        this.organs = organs;
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Gives notices, in the order in which they are to be read; one statement however many they are. An agency notified twice
     * of the same thing gets two notices: the caller makes sure that it does so once. What is meant for an agency that
     * has ended goes to the agency that holds its office.
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
        database.call(connection -> insert(connection, ids, notices, at));
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

    private static int insert(Connection connection, List<UUID> ids, List<Notice> notices, Instant at)
            throws SQLException {
        return Sql.on(connection, INSERT)
                .bind("law_now", at)
                .column("id", ids, id -> id)
                .column("agency", notices, Notice::agency)
                .column("kind", notices, notice -> notice.kind().text())
                .column("case_id", notices, notice -> notice.caseId().orElse(null))
                .column(
                        "clock_id",
                        notices,
                        notice -> notice.rung().map(RungKey::clock).orElse(null))
                .column(
                        "rung",
                        notices,
                        notice -> notice.rung().map(RungKey::rung).orElse(null))
                .column(
                        "projection",
                        notices,
                        notice -> notice.rung().map(RungKey::projection).orElse(null))
                .column("about", notices, notice -> notice.about().orElse(null))
                .column("due_at", notices, notice -> notice.due().orElse(null))
                .column("pack", notices, Notice::pack)
                .column("article", notices, Notice::article)
                .column("act", notices, Notice::act)
                .column("zh", notices, notice -> notice.text().zh())
                .column("en", notices, notice -> notice.text().en())
                .update();
    }
}
