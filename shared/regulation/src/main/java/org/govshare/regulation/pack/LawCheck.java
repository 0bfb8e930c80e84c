package org.govshare.regulation.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.DutyRef;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Limit;
import org.govshare.regulation.grammar.Procedure;

/**
 * Checks that two packs are compatible. The second is set apart for the flaws, each of which names the line that it lies in,
 * be it in a file of the first.
 */
final class LawCheck {
    private static final String ONE_UNIT = "Periods for one duty stack only in one unit";

    private final Written earlier;
    private final Written later;
    private final List<Flaw> flaws = new ArrayList<>();

    LawCheck(Written earlier, Written later) {
        this.earlier = earlier;
        this.later = later;
    }

    List<Flaw> flaws() {
        checkRunners();
        checkAnswers(later, earlier);
        checkAnswers(earlier, later);
        if (bothRuleSomewhere()) {
            later.pack().procedures().forEach((name, procedure) -> {
                var other = earlier.pack().procedures().get(name);
                if (other != null) {
                    check(name, other, procedure);
                }
            });
        }
        return flaws;
    }

    /** A kind of case has one entrance, in whatever jurisdiction it is raised. */
    private void checkRunners() {
        var id = earlier.pack().id();
        later.pack().procedures().values().stream()
                .filter(procedure -> procedure.opening().isPresent())
                .forEach(procedure -> earlier.pack().procedures().values().stream()
                        .filter(other -> other.opening().isPresent()
                                && other.kind().equals(procedure.kind())
                                && !other.runsAs().equals(procedure.runsAs()))
                        .findFirst()
                        .ifPresent(other -> flaw(
                                runner(procedure),
                                "it runs as " + procedure.runsAs() + ", in " + id + " as " + other.runsAs(),
                                "A kind runs as the same everywhere: change runs-as, or the kind's name")));
    }

    private Doc runner(Procedure procedure) {
        var file = later.procedure(procedure, "procedure");
        var named = later.procedure(procedure, "runs-as");
        return named.path().isEmpty() ? file : named;
    }

    /** A duty that a clock says it answers is one of the other text, counted in the same unit. */
    private void checkAnswers(Written lower, Written higher) {
        lower.pack().procedures().forEach((name, procedure) -> {
            var other = Optional.ofNullable(higher.pack().procedures().get(name));
            procedure
                    .clocks()
                    .values()
                    .forEach(clock -> clock.answers().stream()
                            .filter(duty -> duty.pack().equals(higher.pack().id()))
                            .forEach(duty -> checkAnswer(lower, procedure, clock, duty, other)));
        });
    }

    private void checkAnswer(
            Written lower, Procedure procedure, ClockRule clock, DutyRef duty, Optional<Procedure> other) {
        var limit = other.flatMap(there -> Optional.ofNullable(there.limits().get(duty.duty())));
        var answers = lower.duty(procedure, clock.name(), "answers").items();
        var place = answers.get(clock.answers().indexOf(duty)).at("duty");
        if (limit.isEmpty()) {
            var known = other.map(there -> String.join(", ", there.limits().keySet()))
                    .filter(names -> !names.isEmpty())
                    .map(names -> ", which is one of " + names)
                    .orElse("; its " + procedure.name() + " has none");
            flaw(
                    place,
                    "it answers a duty that " + duty.pack() + " does not have: " + duty.duty(),
                    "Correct the name of the duty" + known);
        } else if (limit.get().period().unit() != clock.period().unit()) {
            flaw(place, "it answers " + duty.duty() + " of " + duty.pack() + " in another unit", ONE_UNIT);
        }
    }

    private boolean bothRuleSomewhere() {
        var one = earlier.pack();
        var other = later.pack();
        return (one.covers(other.region()) || other.covers(one.region()))
                && !one.from().isAfter(other.until().orElse(LocalDate.MAX))
                && !other.from().isAfter(one.until().orElse(LocalDate.MAX))
                && !other.replaces().equals(Optional.of(one.id()))
                && !one.replaces().equals(Optional.of(other.id()));
    }

    private void check(String name, Procedure ofEarlier, Procedure ofLater) {
        var id = earlier.pack().id();
        if (later.pack().rank() == earlier.pack().rank()
                && later.pack().region().equals(earlier.pack().region())) {
            flaw(
                    later.header("in-force"),
                    "it overlaps with " + id + ", which has the same rank, region and " + name,
                    "Give one of them an end (until), or say replaces: " + id);
        }
        ofEarlier
                .limits()
                .forEach((duty, limit) -> Optional.ofNullable(ofLater.limits().get(duty))
                        .ifPresent(other -> check(duty, ofEarlier, limit, ofLater, other)));
    }

    private void check(String duty, Procedure ofEarlier, Limit limit, Procedure ofLater, Limit other) {
        if (other.period().unit() != limit.period().unit()) {
            flaw(
                    later.duty(ofLater, duty, "period"),
                    "its unit differs from that of " + earlier.pack().id(),
                    ONE_UNIT);
        }
        checkConsent(duty, later, ofLater, other.extension(), ofEarlier);
        checkConsent(duty, earlier, ofEarlier, limit.extension(), ofLater);
    }

    /** The text that gives the steps must have the party that consents to an extension of a text that only sets periods. */
    private void checkConsent(
            String duty, Written stating, Procedure stated, Optional<Extension> extension, Procedure steps) {
        if (steps.opening().isPresent() && stated.opening().isEmpty()) {
            var other = stating == later ? earlier : later;
            extension
                    .flatMap(ext -> Stream.concat(Stream.of(ext.consentedBy()), ext.tells().stream())
                            .filter(party -> !steps.parties().containsKey(party))
                            .findFirst())
                    .ifPresent(party -> flaw(
                            naming(stating.duty(stated, duty, "extension"), party),
                            "the steps that it sets periods for, those of "
                                    + other.pack().id() + ", have no party \"" + party + "\"",
                            "Name one of " + String.join(", ", steps.parties().keySet())));
        }
    }

    /** Where the extension names the party: to consent, or to be notified. */
    private static Doc naming(Doc extension, String party) {
        var consents = extension.get("consented-by");
        return consents.text().equals(party) ? consents : extension.at("tells");
    }

    private void flaw(Doc place, String what, String mend) {
        flaws.add(place.flaw(what, mend));
    }
}
