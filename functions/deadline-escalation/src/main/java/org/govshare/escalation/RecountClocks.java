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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.govshare.casework.calendar.CalendarBook;
import org.govshare.casework.calendar.CalendarBook.Edition;
import org.govshare.casework.law.LawBook;
import org.govshare.casework.rung.ClockMoved;
import org.govshare.casework.rung.RetiredRungs;
import org.govshare.commands.outbox.Outbox;
import org.govshare.platform.time.LawTime;
import org.hibernate.Session;

/**
 * Counts clocks again that were last counted with an older calendar, open and fulfilled, a bounded slice at a time. A due
 * moment that moves leaves a journal row; rungs that fired for a moment now still to come are annulled, and their addressees
 * notified.
 */
@ApplicationScoped
public class RecountClocks {
    private static final int CASES = 2_000;
    private static final int UNTOUCHED = 20_000;

    private final EntityManager database;
    private final CalendarBook calendars;
    private final LawBook law;
    private final RetiredRungs retired;
    private final Outbox outbox;
    private final Clock lawTime;
    /** Each slice asks for the next one. If ticks did too, several sequences of slices would run at once. */
    private final AtomicBoolean counting = new AtomicBoolean();

    RecountClocks(
            EntityManager database,
            CalendarBook calendars,
            LawBook law,
            RetiredRungs retired,
            Outbox outbox,
            @LawTime Clock lawTime) {
        this.database = database;
        this.calendars = calendars;
        this.law = law;
        this.retired = retired;
        this.outbox = outbox;
        this.lawTime = lawTime;
    }

    /**
     * Counts one slice; cases held by a command or another replica are left to the next.
     *
     * @return how many clocks now carry the calendar in force; 0 when none was left behind, or another slice is being
     *     counted in this process
     */
    @Transactional
    public int slice() {
        if (!counting.compareAndSet(false, true)) {
            return 0;
        }
        try {
            return count();
        } finally {
            counting.set(false);
        }
    }

    private int count() {
        Edition edition = calendars.refresh();
        Instant lawNow = lawTime.instant().truncatedTo(ChronoUnit.MICROS);
        Recounted recounted = new Recounted();
        int untouched = database.unwrap(Session.class)
                .doReturningWork(connection -> slice(connection, edition, lawNow, recounted));
        retired.retire(
                recounted.moved().stream().map(Recounted.Row::clockId).toList(),
                recounted.moved().stream().map(Recounted.Row::oldProjection).toList(),
                ClockMoved.BY_NOTICE,
                lawNow);
        int counted = untouched + recounted.size();
        if (counted > 0) {
            outbox.add(TickFunction.TYPE, "recount", Map.of());
        }
        return counted;
    }

    /**
     * A transaction that holds clocks without their cases locks no case as well: another replica, or a command, that waits
     * for these clocks might hold that case, and both would wait for ever. Cases come in the next slice.
     *
     * @return how many clocks only took the new version
     */
    private int slice(Connection connection, Edition edition, Instant lawNow, Recounted recounted) throws SQLException {
        RecountTable table = new RecountTable(connection, edition.version());
        if (!table.anyBehind()) {
            return 0;
        }
        int untouched = table.passUntouched(UNTOUCHED);
        if (untouched > 0) {
            return untouched;
        }
        List<UUID> cases = table.lockTouched(CASES);
        if (cases.isEmpty()) {
            return 0;
        }
        for (CountedClock clock : table.clocksOf(cases)) {
            recounted.count(clock, law.procedure(clock.law()), law.clocks(), edition.calendar());
        }
        table.write(recounted, lawNow);
        return 0;
    }
}
