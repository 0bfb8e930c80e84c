package org.govshare.regulation.cases;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.govshare.regulation.procedure.OnGrant;
import org.govshare.regulation.procedure.Opening;
import org.govshare.regulation.procedure.RecurringDuties;
import org.govshare.regulation.procedure.Verdict;

/** Plays the worked cases of a pack, under that pack alone or under those that a case names, and reports what comes out otherwise. */
public final class WorkedCases {
    private final CaseLaw laws;
    private final CaseOrgans organs = new CaseOrgans();
    private final List<Flaw> flaws = new ArrayList<>();
    private int played;
    private int stacked;

    private WorkedCases(CaseLaw laws) {
        this.laws = laws;
    }

    /**
     * What was played and what came out otherwise.
     *
     * @param played number of cases
     * @param stacked how many of them were played under several texts
     */
    public record Report(int played, int stacked, List<Flaw> flaws) {
        public Report {
            flaws = List.copyOf(flaws);
        }
    }

    /**
     * Plays all cases of a pack that reads well: those that name no texts under it alone, the others under the texts that
     * they name, as far as these are in force on the day. Drafts count as switched on.
     *
     * @param others texts that a case may name besides its own, known to be sound
     */
    public static Report play(PackSource source, List<PackSource> others) {
        var cases = new WorkedCases(new CaseLaw(source, others));
        source.cases().forEach((name, text) -> cases.play(source.id() + "/" + name, text));
        return new Report(cases.played, cases.stacked, cases.flaws);
    }

    private void play(String file, String text) {
        try {
            for (var worked : WorkedCase.read(file, text)) {
                play(worked, laws.of(worked.under()));
                stacked += worked.under().isEmpty() ? 0 : 1;
            }
        } catch (BrokenDocument e) {
            flaws.addAll(e.flaws());
        }
    }

    private void play(WorkedCase worked, Law law) {
        played++;
        var calendar =
                worked.knownIn().map(WorkingCalendar.builtIn()::asKnownIn).orElseGet(WorkingCalendar::builtIn);
        var decider = new Decider(law, organs, calendar);
        var question = new DueQuestion(law, calendar);
        CaseState state = null;
        for (var move : worked.moves()) {
            var now = question.moment(move.moment());
            Verdict verdict;
            if (move.action().isEmpty()) {
                verdict = open(worked, move, question, law, calendar);
            } else {
                var actor = new Actor(move.by(), Set.copyOf(move.roles()));
                verdict = decider.act(state, new Act(move.action(), actor, move.with()), now);
            }
            state = verdict instanceof Decision decision ? decision.after() : state;
            flaws.addAll(new Expectation(worked, move, law, organs, calendar).unmet(verdict, state));
            if (state == null || move.isRefusedUnexpectedly(verdict)) {
                // What follows would be reported about another case than the author has in mind.
                return;
            }
        }
    }

    private Verdict open(
            WorkedCase worked, WorkedCase.Move move, DueQuestion question, Law law, WorkingCalendar calendar) {
        var now = question.moment(move.moment());
        var today = calendar.dayOf(now);
        var opensItself = law.packs().stream()
                .flatMap(pack -> pack.procedures().values().stream())
                .anyMatch(procedure -> procedure.kind().equals(worked.kind())
                        && procedure.recurs().isPresent());
        if (opensItself == worked.namedProvider().isPresent()) {
            throw worked.at()
                    .broken(
                            opensItself ? "it opens by itself and has no provider" : "\"provider\" is missing",
                            opensItself ? "Remove provider" : "Name the agency whose data it is about");
        }
        if (!opensItself) {
            var opening = opening(worked, move, question, matter(worked, law, today));
            return new Decider(law, organs, calendar).open(opening, now);
        }
        return new RecurringDuties(law, organs, calendar).open(id(worked), worked.kind(), worked.requester(), today);
    }

    private static UUID id(WorkedCase worked) {
        return UUID.nameUUIDFromBytes(worked.title().getBytes(StandardCharsets.UTF_8));
    }

    private static Opening opening(WorkedCase worked, WorkedCase.Move move, DueQuestion question, Matter matter) {
        var breach = worked.late()
                .map(late -> new Breach(
                        late.procedure(),
                        late.duty(),
                        worked.provider(),
                        question.moment(LocalDate.parse(late.due()).plusDays(1).toString()),
                        late.done().map(question::moment)));
        return new Opening(
                id(worked),
                matter,
                worked.requester(),
                worked.provider(),
                move.with(),
                breach,
                worked.grant(),
                move.roles());
    }

    /** An organ acts under the law of the jurisdiction of the agency that breached it, any other under that of its own. */
    private Matter matter(WorkedCase worked, Law law, LocalDate today) {
        var place = organs.regionOf(worked.provider()).orElse("");
        var ofOrgan = law.organActs(Body.departmentOf(place), today).stream()
                .anyMatch(procedure -> procedure.procedure().kind().equals(worked.kind()));
        var taker = worked.grant().map(OnGrant::grantee).orElse(worked.requester());
        var region = ofOrgan ? place : organs.regionOf(taker).orElse("");
        return new Matter(worked.kind(), worked.shareClass(), region, today);
    }
}
