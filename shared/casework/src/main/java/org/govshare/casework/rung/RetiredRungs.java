package org.govshare.casework.rung;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.notice.GivenNotice;
import org.govshare.casework.notice.Notice.RungKey;
import org.govshare.casework.notice.Notices;
import org.govshare.commands.outbox.Outbox;
import org.govshare.commands.trail.Trail;
import org.govshare.platform.sql.Sql;
import org.hibernate.Session;

/**
 * What becomes of a clock's rungs when it is projected anew, whether a notice or an extension moved it: only this annuls a
 * rung and notifies its addressees.
 */
@ApplicationScoped
public class RetiredRungs {
    public static final String ANNULLED = "org.govshare.clock.annulled.v1";

    private static final String RETIRE = """
            with retired as (
                update govshare.clock_rung o
                   set moot = o.moot or o.fired_at is null,
                       annulled_at = case when o.fired_at is not null and n.fired_at is null then cast(:law_now as timestamptz) end
                  from unnest(:clocks, :projections) as u (clock_id, projection)
                  join govshare.clock_rung n on n.clock_id = u.clock_id and n.projection = u.projection + 1
                 where o.clock_id = u.clock_id and o.projection = u.projection and n.rung = o.rung
                returning o.*),
            fired as (select * from retired where annulled_at is not null)
            """ + FiredRung.TOLD;

    private final EntityManager database;
    private final LawBook law;
    private final Trail trail;
    private final Notices notices;
    private final Outbox outbox;

    RetiredRungs(EntityManager database, LawBook law, Trail trail, Notices notices, Outbox outbox) {
        this.database = database;
        this.law = law;
        this.trail = trail;
        this.notices = notices;
        this.outbox = outbox;
    }

    /**
     * The rungs of the old projections never fire any more; those that fired for a moment now still to come are annulled,
     * and withdrawn from their addressees in the caller's transaction, which holds the cases. The clocks are written
     * already, and so are their next projections, one higher, in which those whose moment has come keep when they fired.
     *
     * @param projections the old ones, in the order of the clocks
     */
    @Transactional(TxType.MANDATORY)
    public void retire(List<UUID> clocks, List<Integer> projections, ClockMoved by, Instant lawNow) {
        if (clocks.isEmpty()) {
            return;
        }
        List<FiredRung> annulled = database.unwrap(Session.class)
                .doReturningWork(connection -> annul(connection, clocks, projections, lawNow));
        if (annulled.isEmpty()) {
            return;
        }
        Map<RungKey, List<GivenNotice>> given = RungNotices.byRung(notices.give(
                annulled.stream()
                        .flatMap(rung -> RungNotices.withdrawing(rung, by, law.procedure(rung.law())).stream())
                        .toList(),
                lawNow));
        trail.enterAll(annulled.stream()
                .map(rung -> rung.entry("annulled-rung", lawNow, given))
                .toList());
        outbox.addAll(annulled.stream().map(rung -> rung.message(ANNULLED)).toList());
    }

    private static List<FiredRung> annul(
            Connection connection, List<UUID> clocks, List<Integer> projections, Instant lawNow) throws SQLException {
        return FiredRung.of(Sql.on(connection, RETIRE)
                .bind("law_now", lawNow)
                .array("clocks", "uuid", clocks)
                .array("projections", "integer", projections));
    }
}
