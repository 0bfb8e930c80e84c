package org.govshare.casework.law;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.govshare.casework.calendar.CalendarBook;
import org.govshare.casework.calendar.CalendarBook.Edition;
import org.govshare.platform.sql.Database;
import org.govshare.platform.sql.Sql;
import org.govshare.platform.transaction.AtCommit;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.Field;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.organ.Bodies;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.EffectiveProcedure;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.pack.PackRef;
import org.govshare.regulation.pack.ProcedureRef;
import org.govshare.regulation.pack.Successors;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.runner.ProcedureRunners;
import org.jboss.logging.Logger;

/** The law as this process holds it: calendar, packs, and by digest every text that an old case was opened under. */
@Startup
@ApplicationScoped
public class LawBook {
    private static final Logger LOG = Logger.getLogger(LawBook.class);

    private final Database database;
    private final Organs organs;
    private final Clock wall;
    private final CalendarBook calendars;
    private final AtCommit atCommit;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final Clocks clocks = new Clocks();
    private final ProcedureRunners runners = ProcedureRunners.here();
    private volatile Law law;

    LawBook(
            Database database,
            Organs organs,
            CalendarBook calendars,
            AtCommit atCommit,
            Clock wall,
            @ConfigProperty(name = "govshare.packs") Optional<Path> folder,
            @ConfigProperty(name = "govshare.packs-switched-on") Optional<List<String>> switchedOn) {
        this.database = database;
        this.organs = organs;
        this.calendars = calendars;
        this.atCommit = atCommit;
        this.wall = wall;
        this.law = read(folder, switchedOn.orElse(List.of()), runners);
    }

    /** One that is broken closes its jurisdiction, the others rule on; settings that name nothing stop the process at its start. */
    private static Law read(Optional<Path> folder, List<String> switchedOn, ProcedureRunners runners) {
        Law law = Law.operated(folder, switchedOn, runners);
        law.broken().forEach(pack -> pack.flaws().forEach(flaw -> LOG.errorf("pack of law not loaded: %s", flaw)));
        return law;
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

    /** The procedures that this process runs, and the effects that it has handlers for. */
    public ProcedureRunners runners() {
        return runners;
    }

    /** The kinds of procedure that packs have run as one kind, by the function that runs it. */
    public Set<String> kindsRunAs(String runsAs) {
        return law.kindsRunAs(runsAs);
    }

    /** All kinds of procedure that packs know, organs' acts among them, in the order of their names. */
    public Set<String> kinds() {
        return law.packs().stream()
                .flatMap(pack -> pack.procedures().values().stream())
                .map(Procedure::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The parties that packs have in procedures of these kinds, in the order of their names. */
    public Set<String> partiesOf(Set<String> kinds) {
        return law.packs().stream()
                .flatMap(pack -> pack.procedures().values().stream())
                .filter(procedure -> kinds.contains(procedure.kind()))
                .flatMap(procedure -> procedure.parties().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Names of the fields that an agency may state when it opens a case now about data of another; none where no law rules.
     *
     * @param provider credit code of the agency whose data it is about
     */
    public List<String> openingFields(
            String agency, String provider, String kind, Optional<ShareClass> shareClass, Instant lawNow) {
        List<Body> parties = new Bodies(organs).of(agency, provider);
        return Optional.of(parties)
                .filter(known -> !known.isEmpty())
                .map(known -> new Matter(kind, shareClass, known, dayOf(lawNow)))
                .flatMap(law::effective)
                .flatMap(procedure -> procedure.procedure().opening())
                .map(opening -> Stream.concat(opening.requires().stream(), opening.mayState().stream())
                        .map(Field::name)
                        .toList())
                .orElse(List.of());
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

    /**
     * The due moment of a case's clock under each text that sets a period for its duty, by the pack's id, and under those
     * that have replaced such a text since.
     */
    public Map<String, Instant> dueUnder(ProcedureRef ref, ClockState clock, WorkingCalendar calendar) {
        EffectiveProcedure procedure = procedure(ref);
        Map<String, Instant> moments = new HashMap<>();
        procedure.clock(clock.rule()).limits().stream()
                .map(limit -> limit.basis().pack())
                .distinct()
                .forEach(pack -> {
                    Instant due =
                            clocks.dueUnder(pack, procedure, clock, calendar).due();
                    Successors.of(law, pack).forEach(text -> moments.putIfAbsent(text, due));
                });
        return moments;
    }

    /** Makes sure that the texts are at hand before an old case is decided or explained. */
    public void know(List<PackRef> packs) {
        for (PackRef pack : packs) {
            if (law.source(pack.digest()).isEmpty()) {
                learn(pack.digest());
            }
        }
    }

    /** Keeps the texts that a new case is opened under, once each, in the caller's transaction. */
    public void keep(List<PackRef> packs) {
        List<PackRef> missing = packs.stream()
                .filter(pack -> !kept.contains(pack.digest()))
                .sorted(Comparator.comparing(PackRef::digest))
                .toList();
        for (PackRef pack : missing) {
            law.source(pack.digest()).ifPresent(text -> insert(pack, text));
            atCommit.then(() -> kept.add(pack.digest()));
        }
    }

    private void insert(PackRef pack, PackSource text) {
        database.call(connection -> Sql.on(connection, """
                        insert into govshare.pack_source (digest, pack_id, content, stored_at)
                        values (:digest, :pack, cast(:content as jsonb), :wall_now) on conflict do nothing
                        """)
                .bind("digest", pack.digest())
                .bind("pack", pack.id())
                .bind("content", text.toJson())
                .bind("wall_now", wall.instant())
                .update());
    }

    private synchronized void learn(String digest) {
        String text = database.call(connection -> Sql.on(
                                connection,
                                "select cast(content as text) from govshare.pack_source where digest = :digest")
                        .bind("digest", digest)
                        .first(row -> row.getString(1)))
                .orElseThrow(() -> new IllegalStateException("no text of law is kept under " + digest));
        law = law.with(PackSource.fromJson(text));
    }
}
