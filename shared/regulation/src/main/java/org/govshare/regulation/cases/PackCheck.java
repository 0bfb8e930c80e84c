package org.govshare.regulation.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.pack.Matter;
import org.govshare.regulation.runner.ProcedureRunners;

/**
 * What people who write packs run: can it be read, is it compatible with the others, do its worked cases come out?
 *
 * @param pack id, which is the folder's name
 * @param notCarried what texts above it, once all are in force and switched on, say of cases that its steps have no place for
 * @param played number of worked cases that were played; 0 when the pack does not read well
 * @param stacked how many of them were played together with other texts
 * @param olderWords that are still read; they leave the pack sound
 */
public record PackCheck(
        String pack, int played, int stacked, List<Flaw> flaws, List<String> notCarried, List<Flaw> olderWords) {
    public PackCheck {
        olderWords = List.copyOf(olderWords);
        flaws = List.copyOf(flaws);
        notCarried = List.copyOf(notCarried);
    }

    /**
     * Checks one pack together with others that are known to be sound.
     *
     * @param runners that are to run its procedures
     */
    public static PackCheck of(PackSource source, List<PackSource> others, ProcedureRunners runners) {
        return of(source, others, others, runners);
    }

    /**
     * As {@link #of(PackSource, List, ProcedureRunners)}.
     *
     * @param named texts that worked cases may name, also those that are yet to be checked
     */
    public static PackCheck of(
            PackSource source, List<PackSource> others, List<PackSource> named, ProcedureRunners runners) {
        var sources = new ArrayList<>(others);
        sources.removeIf(other -> other.id().equals(source.id()));
        sources.add(source);
        var flaws = new ArrayList<Flaw>();
        Law.reading(sources, runners).broken().stream()
                .filter(broken -> broken.id().equals(source.id()))
                .forEach(broken -> flaws.addAll(broken.flaws()));
        if (flaws.isEmpty()) {
            source.cases().keySet().stream()
                    .filter(source.unreadable()::containsKey)
                    .forEach(name -> flaws.add(source.unreadable().get(name)));
        }
        if (!flaws.isEmpty()) {
            return new PackCheck(source.id(), 0, 0, flaws, List.of(), List.of());
        }
        var report = WorkedCases.play(source, named);
        return new PackCheck(
                source.id(),
                report.played(),
                report.stacked(),
                report.flaws(),
                notCarried(Law.reading(sources, runners), source.id()),
                report.flaws().isEmpty() ? OlderWords.in(source) : List.of());
    }

    private static List<String> notCarried(Law law, String id) {
        var pack = law.pack(id);
        var all = law;
        for (var other : law.packs()) {
            all = all.switchedOn(other.id());
        }
        var day = all.packs().stream()
                .filter(other -> other.covers(pack.region()))
                .map(Pack::from)
                .max(Comparator.naturalOrder())
                .orElse(pack.from());
        var lines = new ArrayList<String>();
        for (var procedure : pack.procedures().values()) {
            var shareClass = Optional.of(procedure.variant())
                    .filter(variant -> !variant.isEmpty())
                    .map(ShareClass::valueOf);
            all.effective(new Matter(procedure.kind(), shareClass, pack.region(), day))
                    .filter(effective -> effective.frame().id().equals(id))
                    .ifPresent(effective -> effective
                            .notCarried()
                            .forEach(item -> lines.add(procedure.name() + ": "
                                    + item.what().en() + " (" + item.basis().pack() + " "
                                    + item.basis().article() + ")")));
        }
        return lines;
    }

    public boolean sound() {
        return flaws.isEmpty();
    }

    /** One line for each flaw, or one that says all is well. */
    public String text() {
        if (sound()) {
            return pack + ": sound, " + played + " worked cases";
        }
        return String.join("\n", flaws.stream().map(Flaw::toString).toList());
    }
}
