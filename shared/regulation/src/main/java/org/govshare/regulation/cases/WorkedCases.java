package org.govshare.regulation.cases;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.document.BrokenDocument;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.explanation.DueQuestion;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.procedure.Act;
import org.govshare.regulation.procedure.Actor;
import org.govshare.regulation.procedure.Breach;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decider;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.Verdict;

/** Plays the worked cases of a pack, under that pack and the others that a case names, and reports what comes out otherwise. */
public final class WorkedCases {
    private final Function<WorkedCase, Law> laws;
    private final CaseOrgans organs = new CaseOrgans();
    private final List<Flaw> flaws = new ArrayList<>();
    private int played;

    private WorkedCases(Function<WorkedCase, Law> laws) {
        this.laws = laws;
    }

    /**
     * What was played and what came out otherwise.
     *
     * @param played number of cases
     */
    public record Report(int played, List<Flaw> flaws) {
        public Report {
            flaws = List.copyOf(flaws);
        }
    }

    /** Plays all cases of a pack that reads well, next to those inside the jar; a draft counts as switched on. */
    public static Report play(PackSource source) {
        return play(source, Law.builtInSources());
    }

    /**
     * Plays all cases of a pack that reads well; a draft counts as switched on.
     *
     * @param others that a case may name, sound ones
     */
    public static Report play(PackSource source, List<PackSource> others) {
        var known = new HashMap<List<String>, Law>();
        return play(source, worked -> known.computeIfAbsent(worked.texts(), names -> law(source, others, worked)));
    }

    private static Law law(PackSource source, List<PackSource> others, WorkedCase worked) {
        var sources = new ArrayList<>(List.of(source));
        for (var name : worked.texts()) {
            sources.add(others.stream()
                    .filter(other -> other.id().equals(name) && !name.equals(source.id()))
                    .findFirst()
                    .orElseThrow(() -> worked.at()
                            .get("texts")
                            .broken("there is no other pack \"" + name + "\"", "Mend the name")));
        }
        var law = Law.of(sources);
        for (var text : sources) {
            law = law.switchedOn(text.id());
        }
        return law;
    }

    /** Plays all cases of a pack under another law, such as one that stacks it upon others. */
    public static Report play(PackSource source, Law law) {
        return play(source, worked -> law);
    }

    private static Report play(PackSource source, Function<WorkedCase, Law> laws) {
        var cases = new WorkedCases(laws);
        source.cases().forEach((name, text) -> cases.play(source.id() + "/" + name, text));
        return new Report(cases.played, cases.flaws);
    }

    private void play(String file, String text) {
        try {
            for (var worked : WorkedCase.read(file, text)) {
                play(worked);
            }
        } catch (BrokenDocument e) {
            flaws.addAll(e.flaws());
        }
    }

    private void play(WorkedCase worked) {
        played++;
        var law = laws.apply(worked);
        var calendar =
                worked.knownIn().map(WorkingCalendar.builtIn()::asKnownIn).orElseGet(WorkingCalendar::builtIn);
        var decider = new Decider(law, organs, calendar);
        var question = new DueQuestion(law, calendar);
        CaseState state = null;
        for (var move : worked.moves()) {
            var now = question.moment(move.moment());
            Verdict verdict;
            if (move.action().isEmpty()) {
                verdict = decider.open(opening(law, worked, move, question, calendar.dayOf(now)), now);
            } else {
                var actor = new Actor(move.by(), Set.copyOf(move.roles()));
                verdict = decider.act(state, new Act(move.action(), actor, move.with()), now);
            }
            state = verdict instanceof Decision decision ? decision.after() : state;
            flaws.addAll(new Expectation(worked, move, law, organs, calendar).unmet(verdict, state));
            if (state == null) {
                return;
            }
        }
    }

    private Opening opening(Law law, WorkedCase worked, WorkedCase.Move move, DueQuestion question, LocalDate today) {
        var breach = worked.late()
                .map(late -> new Breach(
                        late.procedure(),
                        late.duty(),
                        worked.provider(),
                        question.moment(LocalDate.parse(late.due()).plusDays(1).toString()),
                        late.done().map(question::moment)));
        var matter = new Matter(worked.kind(), worked.shareClass(), place(law, worked, today), today);
        var id = UUID.nameUUIDFromBytes(worked.title().getBytes(StandardCharsets.UTF_8));
        return new Opening(id, matter, worked.requester(), worked.provider(), move.with(), breach, move.roles());
    }

    /** An organ acts under the law of the jurisdiction of the agency that breached it, any other under that of its own. */
    private String place(Law law, WorkedCase worked, LocalDate today) {
        var place = organs.regionOf(worked.provider()).orElse("");
        var ofOrgan = law.organActs(Body.departmentOf(place), today).stream()
                .anyMatch(procedure -> procedure.procedure().kind().equals(worked.kind()));
        return ofOrgan ? place : organs.regionOf(worked.requester()).orElse("");
    }
}
