package org.govshare.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.govshare.casework.calendar.CalendarBook;
import org.govshare.casework.calendar.CalendarBook.Edition;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.PackSource;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Organs;
import org.govshare.regulation.procedure.PackRef;
import org.govshare.regulation.procedure.ProcedureRef;

/** The law as this process holds it: calendar, packs, and by digest every text that an old case was opened under. */
@ApplicationScoped
public class LawBook {
    private final EntityManager database;
    private final Organs organs;
    private final Clock wall;
    private final CalendarBook calendars;
    private final Clocks clocks = new Clocks();
    private final Set<String> kept = new HashSet<>();
    private volatile Law law = Law.builtIn();

    LawBook(EntityManager database, Organs organs, CalendarBook calendars, Clock wall) {
        this.database = database;
        this.organs = organs;
        this.calendars = calendars;
        this.wall = wall;
    }

    /** The calendar in force and the version that clocks counted with it carry. */
    public Edition edition() {
        return calendars.edition();
    }

    public WorkingCalendar calendar() {
        return edition().calendar();
    }

    public Clocks clocks() {
        return clocks;
    }

    public Organs organs() {
        return organs;
    }

    public Law law() {
        return law;
    }

    /** The day on which an instant falls where the law runs. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, calendar().zone());
    }

    /** Decides by the texts in force, and by those that the given case was opened under. */
    public Decider decider() {
        return new Decider(law, organs, calendar());
    }

    /** The procedure a case runs under; its texts are fetched from the database when they no longer rule here. */
    public EffectiveProcedure procedure(ProcedureRef ref) {
        know(ref.packs());
        return law.procedure(ref);
    }

    /** Makes sure that the texts are at hand before an old case is decided or explained. */
    public void know(List<PackRef> packs) {
        for (PackRef pack : packs) {
            if (!isKnown(pack.digest())) {
                learn(pack.digest());
            }
        }
    }

    /** Keeps the texts that a new case is opened under, once each, in the caller's transaction. */
    public void keep(List<PackRef> packs) {
        for (PackRef pack : packs) {
            source(pack.digest()).ifPresent(text -> insert(pack, text));
        }
    }

    private boolean isKnown(String digest) {
        synchronized (kept) {
            return kept.contains(digest) || source(digest).isPresent();
        }
    }

    private Optional<PackSource> source(String digest) {
        return law.sources().stream()
                .filter(text -> text.digest().equals(digest))
                .findFirst();
    }

    private void insert(PackRef pack, PackSource text) {
        database.createNativeQuery("""
                        insert into govshare.pack_source (digest, pack_id, content, stored_at)
                        values (?1, ?2, cast(?3 as jsonb), ?4) on conflict do nothing
                        """)
                .setParameter(1, pack.digest())
                .setParameter(2, pack.id())
                .setParameter(3, text.toJson())
                .setParameter(4, wall.instant())
                .executeUpdate();
    }

    private void learn(String digest) {
        List<?> found = database.createNativeQuery(
                        "select cast(content as text) from govshare.pack_source where digest = ?1")
                .setParameter(1, digest)
                .getResultList();
        if (found.isEmpty()) {
            throw new IllegalStateException("no text of law is kept under " + digest);
        }
        synchronized (kept) {
            law = law.with(PackSource.fromJson((String) found.get(0)));
            kept.add(digest);
        }
    }
}
