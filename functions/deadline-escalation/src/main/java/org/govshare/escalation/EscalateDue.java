package org.govshare.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.casework.ClockRung;
import org.govshare.casework.outbox.Outbox;
import org.govshare.casework.trail.Trail;
import org.govshare.casework.trail.TrailEntry;
import org.govshare.platform.time.LawTime;
import org.hibernate.Session;

/**
 * Fires the rungs whose moment has come, a bounded slice at a time: software reminds and proposes, it never orders. Each
 * rung fires once, in the order of its moment, and keeps both the moment it was due and the moment it fired.
 */
@ApplicationScoped
public class EscalateDue {
    public static final String ESCALATED = "org.govshare.clock.escalated.v1";
    static final int SLICE = 200;

    private final EntityManager database;
    private final Trail trail;
    private final Outbox outbox;
    private final Clock law;

    EscalateDue(EntityManager database, Trail trail, Outbox outbox, @LawTime Clock law) {
        this.database = database;
        this.trail = trail;
        this.outbox = outbox;
        this.law = law;
    }

    /**
     * Fires one slice; cases that another replica or a command holds are left to it or to the next tick.
     *
     * @return how many rungs fired
     */
    @Transactional
    public int slice() {
        Instant now = law.instant().truncatedTo(ChronoUnit.MICROS);
        List<UUID> cases = lockCases(now);
        if (cases.isEmpty()) {
            return 0;
        }
        List<ClockRung> rungs = ClockRung.list(
                "caseId in ?1 and firedAt is null and not moot and dueAt <= ?2 order by dueAt, rung", cases, now);
        rungs.forEach(rung -> fire(rung, now));
        if (rungs.size() >= SLICE) {
            outbox.add(TickFunction.TYPE, "more", Map.of());
        }
        return rungs.size();
    }

    private List<UUID> lockCases(Instant now) {
        return database.unwrap(Session.class)
                .createNativeQuery("""
                        select c.id from govshare.case_file c
                         where c.id in (select case_id from govshare.clock_rung
                                         where fired_at is null and not moot and due_at <= :now
                                         order by due_at limit :slice)
                         order by c.id for update skip locked
                        """, UUID.class)
                .setParameter("now", now)
                .setParameter("slice", SLICE)
                .getResultList();
    }

    private void fire(ClockRung rung, Instant now) {
        rung.firedAt = now;
        Map<String, String> details = new HashMap<>();
        details.put("clock", rung.clockId.toString());
        details.put("rung", rung.rung);
        details.put("due", rung.dueAt.toString());
        details.put("pack", rung.pack);
        details.put("article", rung.article);
        details.put("addressees", String.join(",", rung.addressees));
        details.put("proposed", rung.proposedAct);
        String action = "escalated-" + rung.act.toLowerCase(java.util.Locale.ROOT);
        trail.enter(new TrailEntry(Optional.of(rung.caseId), now, TrailEntry.SYSTEM, "", action, details));
        outbox.add(
                ESCALATED,
                rung.caseId.toString(),
                Map.of(
                        "case",
                        rung.caseId.toString(),
                        "clock",
                        rung.clockId.toString(),
                        "rung",
                        rung.rung,
                        "projection",
                        rung.projection));
    }
}
