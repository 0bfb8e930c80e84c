package org.govshare.regulation.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.govshare.regulation.calendar.WorkingCalendar;
import org.govshare.regulation.clock.ClockState;
import org.govshare.regulation.clock.Clocks;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.explanation.DueQuestion;
import org.govshare.regulation.organ.Organs;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.procedure.CaseState;
import org.govshare.regulation.procedure.Decision;
import org.govshare.regulation.procedure.Refusal;
import org.govshare.regulation.procedure.RuleRef;
import org.govshare.regulation.procedure.Verdict;

/** Compares what a worked case expects after a move with what the law says. */
final class Expectation {
    private final WorkedCase worked;
    private final WorkedCase.Move move;
    private final Law law;
    private final Organs organs;
    private final WorkingCalendar calendar;
    private final List<Flaw> flaws = new ArrayList<>();

    Expectation(WorkedCase worked, WorkedCase.Move move, Law law, Organs organs, WorkingCalendar calendar) {
        this.worked = worked;
        this.move = move;
        this.law = law;
        this.organs = organs;
        this.calendar = calendar;
    }

    List<Flaw> unmet(Verdict verdict, CaseState state) {
        var expect = move.expect();
        var refused = expect.flatMap(e -> e.find("refused"));
        if (verdict instanceof Refusal refusal) {
            refused(refused, refusal);
        } else if (refused.isPresent()) {
            flaws.add(refused.get().flaw(named("the law allows it"), "Correct the case or the pack"));
        } else if (expect.isPresent()) {
            decided(expect.get(), (Decision) verdict);
        }
        if (state != null && !move.isRefusedUnexpectedly(verdict)) {
            expect.ifPresent(e -> state(e, state));
        }
        return flaws;
    }

    private void refused(Optional<Doc> expected, Refusal refusal) {
        var reason = Doc.nameOf(refusal.reason());
        if (expected.isEmpty()) {
            var what =
                    named("it is refused (" + reason + ": " + refusal.message().en() + ")");
            flaws.add(move.at().flaw(what, "Correct the case or the pack"));
            return;
        }
        same(expected, reason);
        move.expect().ifPresent(e -> {
            same(e.find("field"), refusal.field().orElse("none"));
            same(e.find("article"), refusal.rule().map(RuleRef::article).orElse("none"));
        });
    }

    private void decided(Doc expect, Decision decision) {
        same(expect.find("effects"), decision.effects());
        same(expect.find("article"), decision.basis().article());
    }

    private void state(Doc expect, CaseState state) {
        expect.entries(
                "refused", "field", "article", "effects", "step", "closed", "parties", "due", "ended", "late", "rungs");
        same(expect.find("step"), state.step());
        same(expect.find("closed"), String.valueOf(state.closed()));
        each(
                expect.find("parties"),
                (party, doc) -> same(Optional.of(doc), state.parties().getOrDefault(party, List.of())));
        each(expect.find("due"), (clock, doc) -> due(doc, state, clock));
        each(expect.find("ended"), (clock, doc) -> same(Optional.of(doc), ended(latest(state, clock, doc))));
        each(expect.find("late"), (clock, doc) -> late(doc, state, clock));
        each(expect.find("rungs"), (clock, doc) -> rungs(doc, state, clock));
    }

    private static void each(Optional<Doc> doc, BiConsumer<String, Doc> check) {
        doc.ifPresent(d -> d.entries().forEach(check));
    }

    private void due(Doc doc, CaseState state, String clock) {
        var due = new Clocks().due(law.procedure(state.procedure()), latest(state, clock, doc), calendar);
        same(Optional.of(doc), due.lastDay() + (due.provisional() ? " provisional" : ""));
    }

    private void late(Doc doc, CaseState state, String clock) {
        var known = latest(state, clock, doc);
        var due = new Clocks().due(law.procedure(state.procedure()), known, calendar);
        var at = known.endedAt().orElse(new DueQuestion(law, calendar).moment(move.moment()));
        same(Optional.of(doc), String.valueOf(due.isLate(at)));
    }

    private void rungs(Doc doc, CaseState state, String clock) {
        var known = latest(state, clock, doc);
        var rungs = new Clocks().rungs(law.procedure(state.procedure()), state.parties(), known, organs, calendar);
        doc.entries().forEach((name, rung) -> {
            var found = rungs.stream().filter(r -> r.rung().equals(name)).findFirst();
            var moment = found.orElseThrow(() -> rung.broken("the ladder has no such rung", "Correct the name"));
            var at = new DueQuestion(law, calendar).moment(rung.get("at").text());
            if (!at.equals(moment.at())) {
                same(
                        Optional.of(rung.get("at")),
                        moment.at().atZone(calendar.zone()).toLocalDateTime().toString());
            }
            same(rung.find("to"), moment.addressees());
            same(rung.find("article"), moment.basis().article());
        });
    }

    private static String ended(ClockState clock) {
        return clock.end().map(Doc::nameOf).orElse("running");
    }

    private ClockState latest(CaseState state, String clock, Doc doc) {
        return state.clocks().stream()
                .filter(c -> c.rule().equals(clock))
                .max(Comparator.comparing(ClockState::ordinal))
                .orElseThrow(() -> doc.broken(named("the clock does not run"), "Correct the case or the pack"));
    }

    private void same(Optional<Doc> expected, String actual) {
        expected.filter(doc -> !doc.text().equals(actual))
                .ifPresent(doc -> flaws.add(doc.flaw(
                        named("expected " + doc.text() + ", the law says " + actual), "Correct the case or the pack")));
    }

    private void same(Optional<Doc> expected, List<String> actual) {
        expected.map(doc -> doc.items().stream().map(Doc::text).toList())
                .filter(list -> !list.equals(actual))
                .ifPresent(list -> flaws.add(expected.get()
                        .flaw(named("expected " + list + ", the law says " + actual), "Correct the case or the pack")));
    }

    private String named(String what) {
        return String.format(Locale.ROOT, "case \"%s\", %s: %s", worked.title(), move.name(), what);
    }
}
