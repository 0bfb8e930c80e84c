package org.govshare.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.casework.notice.Notice.RungKey;
import org.govshare.casework.notice.Notices;
import org.govshare.casework.rung.FiredRung;
import org.govshare.casework.rung.RungNotices;
import org.govshare.commands.outbox.Outbox;
import org.govshare.commands.trail.Trail;
import org.govshare.escalation.EscalationTable.Claim;
import org.govshare.platform.time.LawTime;
import org.hibernate.Session;

/**
 * Fires the rungs whose moment has come, a bounded slice at a time: software reminds and proposes, it never orders. Each
 * rung fires once, in the order of its moment, and keeps both the moment it was due and the moment it fired.
 */
@ApplicationScoped
public class EscalateDue {
    public static final String ESCALATED = "org.govshare.clock.escalated.v1";

    private final EntityManager database;
    private final LawBook law;
    private final Trail trail;
    private final Notices notices;
    private final Outbox outbox;
    private final Clock lawTime;

    EscalateDue(
            EntityManager database, LawBook law, Trail trail, Notices notices, Outbox outbox, @LawTime Clock lawTime) {
        this.database = database;
        this.law = law;
        this.trail = trail;
        this.notices = notices;
        this.outbox = outbox;
        this.lawTime = lawTime;
    }

    /**
     * Fires one slice, with every rung that is due of the cases it takes; cases that another replica or a command holds
     * are left to it or to the next tick. Asks for more by itself when there may be more.
     *
     * @return how many rungs fired
     */
    @Transactional
    public int slice() {
        Instant lawNow = lawTime.instant().truncatedTo(ChronoUnit.MICROS);
        List<FiredRung> fired = database.unwrap(Session.class).doReturningWork(connection -> fire(connection, lawNow));
        Map<RungKey, List<GivenNotice>> given = RungNotices.byRung(notices.give(
                fired.stream()
                        .flatMap(rung -> RungNotices.of(rung, law.procedure(rung.law())).stream())
                        .toList(),
                lawNow));
        trail.enterAll(fired.stream()
                .map(rung -> rung.entry("escalated-" + rung.act().name().toLowerCase(Locale.ROOT), lawNow, given))
                .toList());
        outbox.addAll(fired.stream().map(rung -> rung.message(ESCALATED)).toList());
        return fired.size();
    }

    private List<FiredRung> fire(Connection connection, Instant lawNow) throws SQLException {
        EscalationTable table = new EscalationTable(connection);
        Claim claim = table.claim(lawNow);
        if (claim.full()) {
            outbox.addFirst(TickFunction.TYPE, "more", Map.of());
        }
        return claim.cases().isEmpty() ? List.of() : table.fire(claim.cases(), lawNow);
    }
}
