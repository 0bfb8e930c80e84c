package org.govshare.regulation.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.Extension;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;

/** Checks that two packs are compatible; it reports flaws in the second. */
final class LawCheck {
    private final Pack earlier;
    private final Pack pack;
    private final List<Flaw> flaws = new ArrayList<>();

    LawCheck(Pack earlier, Pack pack) {
        this.earlier = earlier;
        this.pack = pack;
    }

    List<Flaw> flaws() {
        checkRunners();
        checkAnswers(pack, earlier);
        checkAnswers(earlier, pack);
        if (bothRuleSomewhere()) {
            pack.procedures().forEach((name, procedure) -> {
                if (earlier.procedures().containsKey(name)) {
                    check(name, earlier.procedures().get(name), procedure);
                }
            });
        }
        return flaws;
    }

    /** A kind of case has one entrance, in whatever jurisdiction it is raised. */
    private void checkRunners() {
        pack.procedures().values().stream()
                .filter(procedure -> procedure.opening().isPresent())
                .forEach(procedure -> earlier.procedures().values().stream()
                        .filter(other -> other.opening().isPresent()
                                && other.kind().equals(procedure.kind())
                                && !other.runsAs().equals(procedure.runsAs()))
                        .findFirst()
                        .ifPresent(other -> flaw(
                                procedure.name(),
                                "it runs as " + procedure.runsAs() + ", in " + earlier.id() + " as " + other.runsAs(),
                                "A kind runs as the same everywhere: change runs-as, or the kind's name")));
    }

    /** A duty that a clock says it answers is one of the other text, counted in the same unit. */
    private void checkAnswers(Pack lower, Pack higher) {
        lower.procedures()
                .forEach((name, procedure) -> procedure
                        .clocks()
                        .values()
                        .forEach(clock -> clock.answers().stream()
                                .filter(duty -> duty.pack().equals(higher.id()))
                                .forEach(duty -> {
                                    var limit = Optional.ofNullable(
                                                    higher.procedures().get(name))
                                            .flatMap(other -> Optional.ofNullable(
                                                    other.limits().get(duty.duty())));
                                    if (limit.isEmpty()) {
                                        flaw(
                                                name + " " + clock.name(),
                                                "it answers a duty that " + higher.id() + " does not have: "
                                                        + duty.duty(),
                                                "Mend the name of the duty");
                                    } else if (limit.get().period().unit()
                                            != clock.period().unit()) {
                                        flaw(
                                                name + " " + clock.name(),
                                                "it answers " + duty.duty() + " of " + higher.id() + " in another unit",
                                                "Periods for one duty stack only in one unit");
                                    }
                                })));
    }

    private boolean bothRuleSomewhere() {
        return (earlier.covers(pack.region()) || pack.covers(earlier.region()))
                && !earlier.from().isAfter(pack.until().orElse(LocalDate.MAX))
                && !pack.from().isAfter(earlier.until().orElse(LocalDate.MAX))
                && !pack.replaces().equals(Optional.of(earlier.id()))
                && !earlier.replaces().equals(Optional.of(pack.id()));
    }

    private void check(String name, Procedure ofEarlier, Procedure ofPack) {
        if (pack.rank() == earlier.rank() && pack.region().equals(earlier.region())) {
            flaw(
                    "in-force",
                    "it overlaps with " + earlier.id() + ", which has the same rank, region and " + name,
                    "Give one of them an end (until), or say replaces: " + earlier.id());
        }
        ofEarlier.limits().forEach((duty, limit) -> {
            var other = ofPack.limits().get(duty);
            if (other != null && other.period().unit() != limit.period().unit()) {
                var what = "its unit differs from that of " + earlier.id();
                flaw(name + " " + duty, what, "Periods for one duty stack only in one unit");
            }
            if (other != null) {
                checkConsent(name, duty, other.extension(), ofPack, ofEarlier);
                checkConsent(name, duty, limit.extension(), ofEarlier, ofPack);
            }
        });
    }

    /** The text that gives the steps must have the party that consents to an extension of a text that only sets periods. */
    private void checkConsent(
            String name, String duty, Optional<Extension> extension, Procedure stated, Procedure steps) {
        if (steps.opening().isPresent() && stated.opening().isEmpty()) {
            extension
                    .flatMap(ext -> Stream.concat(Stream.of(ext.consentedBy()), ext.tells().stream())
                            .filter(party -> !steps.parties().containsKey(party))
                            .findFirst())
                    .ifPresent(party -> flaw(
                            name + " " + duty,
                            "the steps that it sets periods for have no party \"" + party + "\"",
                            "Name one of " + String.join(", ", steps.parties().keySet())));
        }
    }

    private void flaw(String path, String what, String mend) {
        flaws.add(new Flaw(pack.id() + "/pack.yaml", 0, path, what, mend));
    }
}
