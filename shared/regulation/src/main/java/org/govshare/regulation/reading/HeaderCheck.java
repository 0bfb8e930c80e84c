package org.govshare.regulation.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.document.Flaw;
import org.govshare.regulation.grammar.Addressee;
import org.govshare.regulation.grammar.ClockRule;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Rung;

/** Checks that the header of a pack fits its procedures: acts that are used, kinds that exist, one function for a kind. */
final class HeaderCheck {
    private static final Set<String> ADDRESSEES =
            Stream.of(Addressee.values()).map(Doc::nameOf).collect(Collectors.toCollection(TreeSet::new));

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
        procedures.stream()
                .filter(procedure -> procedure.opening().isPresent())
                .forEach(procedure -> procedure
                        .clocks()
                        .values()
                        .forEach(clock -> clock.ladder().stream()
                                .forEach(rung -> checkAddressees(procedure, clock, rung, ladders))));
        if (!acts.anyName()) {
            checkUse(acts, ladders);
        }
        return flaws;
    }

    /** A ladder may name parties that only some procedures have; those whose clocks climb it must have them. */
    private void checkAddressees(Procedure procedure, ClockRule clock, Rung rung, Map<String, List<Rung>> ladders) {
        for (var to : rung.to()) {
            if (!ADDRESSEES.contains(to) && !procedure.parties().containsKey(to)) {
                var known = Stream.concat(procedure.parties().keySet().stream(), ADDRESSEES.stream());
                flaws.add(placeOf(rung, ladders)
                        .get("to")
                        .flaw(
                                "unknown party or organ \"" + to + "\" for the clock " + clock.name() + " of "
                                        + procedure.name(),
                                "Known there: " + known.collect(Collectors.joining(", "))));
            }
        }
    }

    private Doc placeOf(Rung rung, Map<String, List<Rung>> ladders) {
        var ladder = ladders.entrySet().stream()
                .filter(named -> named.getValue().contains(rung))
                .findFirst()
                .orElseThrow();
        var place = ladder.getValue().indexOf(rung);
        return header.get("ladders").get(ladder.getKey()).items().get(place);
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
                        "Known here: " + String.join(", ", new TreeSet<>(known)))));
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
