package org.govshare.regulation.cases;

import java.util.ArrayList;
import java.util.List;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.document.PackSource;
import org.govshare.regulation.pack.Law;
import org.govshare.regulation.runner.ProcedureRunners;

/**
 * What people who write packs run: can it be read, is it compatible with the others, do its worked cases come out?
 *
 * @param pack id, which is the folder's name
 * @param played number of worked cases that were played; 0 when the pack does not read well
 */
public record PackCheck(String pack, int played, List<Flaw> flaws) {
    public PackCheck {
        flaws = List.copyOf(flaws);
    }

    /**
     * Checks one pack together with others that are known to be sound.
     *
     * @param runners that are to run its procedures
     */
    public static PackCheck of(PackSource source, List<PackSource> others, ProcedureRunners runners) {
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
            return new PackCheck(source.id(), 0, flaws);
        }
        var report = WorkedCases.play(source);
        return new PackCheck(source.id(), report.played(), report.flaws());
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
