package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Rung;

/** Checks that the header of a pack fits its procedures: acts that are used, kinds that exist, one function for a kind. */
final class HeaderCheck {
    private final Doc header;
    private final Collection<Procedure> procedures;
    private final List<Flaw> flaws = new ArrayList<>();

    HeaderCheck(Doc header, Collection<Procedure> procedures) {
        this.header = header;
        this.procedures = procedures;
    }

    List<Flaw> flaws(ActNames acts, Map<String, List<Rung>> ladders) {
        checkRunners();
        checkContractors();
        if (!acts.anyName()) {
            checkUse(acts, ladders);
        }
        return flaws;
    }

    private void checkUse(ActNames acts, Map<String, List<Rung>> ladders) {
        var used = new HashSet<String>();
        ladders.values().forEach(rungs -> rungs.forEach(rung -> used.add(rung.proposedAct())));
        procedures.stream().flatMap(p -> p.organAct().stream()).forEach(act -> used.add(act.answers()));
        acts.named().keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> flaws.add(header.at("acts." + name)
                        .flaw("no rung proposes it and no organ gives it", "Remove it, or propose it in a ladder")));
    }

    private void checkContractors() {
        var known = new HashSet<String>();
        procedures.forEach(procedure -> known.add(procedure.kind()));
        known.add(Procedure.ORGAN_ACT);
        header.find("contractors").map(rule -> rule.get("not-in").items()).orElse(List.of()).stream()
                .filter(kind -> !known.contains(kind.text()))
                .forEach(kind -> flaws.add(kind.flaw(
                        "the pack has no procedure \"" + kind.text() + "\"",
                        "Mend the name, or write " + Procedure.ORGAN_ACT + " for all acts of organs")));
    }

    /** All variants of a kind are one kind of case, which one function runs. */
    private void checkRunners() {
        var runners = new HashMap<String, String>();
        procedures.stream().filter(procedure -> procedure.opening().isPresent()).forEach(procedure -> {
            var earlier = Optional.ofNullable(runners.put(procedure.kind(), procedure.runsAs()));
            earlier.filter(runsAs -> !runsAs.equals(procedure.runsAs()))
                    .ifPresent(runsAs -> flaws.add(header.flaw(
                            procedure.kind() + " runs as " + runsAs + " and as " + procedure.runsAs(),
                            "Let all its procedures run as one kind")));
        });
    }
}
