package org.govshare.regulation.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.govshare.regulation.document.Flaw;

/** Checks that packs can stand beside one another. */
final class LawCheck {
    private final List<Pack> packs;
    private final List<Flaw> flaws = new ArrayList<>();

    LawCheck(List<Pack> packs) {
        this.packs = packs;
    }

    List<Flaw> flaws() {
        for (var i = 0; i < packs.size(); i++) {
            for (var j = i + 1; j < packs.size(); j++) {
                if (bothRuleSomewhere(packs.get(i), packs.get(j))) {
                    check(packs.get(i), packs.get(j));
                }
            }
        }
        return flaws;
    }

    private static boolean bothRuleSomewhere(Pack a, Pack b) {
        return (a.covers(b.region()) || b.covers(a.region())) && overlap(a, b) && !replaces(a, b) && !replaces(b, a);
    }

    private static boolean overlap(Pack a, Pack b) {
        return !a.from().isAfter(b.until().orElse(LocalDate.MAX))
                && !b.from().isAfter(a.until().orElse(LocalDate.MAX));
    }

    private static boolean replaces(Pack later, Pack earlier) {
        return later.replaces().equals(java.util.Optional.of(earlier.id()));
    }

    private void check(Pack a, Pack b) {
        for (var name : a.procedures().keySet()) {
            if (b.procedures().containsKey(name)) {
                if (a.rank() == b.rank() && a.region().equals(b.region())) {
                    flaw(
                            b,
                            "in-force",
                            "it overlaps with " + a.id() + ", which has the same rank, place and " + name,
                            "Give one of them an end (until), or say replaces: " + a.id());
                }
                checkUnits(a, b, name);
            }
        }
    }

    private void checkUnits(Pack a, Pack b, String name) {
        var others = b.procedures().get(name).limits();
        a.procedures().get(name).limits().forEach((duty, limit) -> {
            var other = others.get(duty);
            if (other != null && other.period().unit() != limit.period().unit()) {
                flaw(
                        b,
                        name + " " + duty,
                        "its unit differs from that of " + a.id(),
                        "Periods for one duty stack only in one unit");
            }
        });
    }

    private void flaw(Pack pack, String path, String what, String mend) {
        flaws.add(new Flaw(pack.id() + "/pack.yaml", 0, path, what, mend));
    }
}
