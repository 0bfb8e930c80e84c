package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.govshare.regulation.grammar.Body;
import org.govshare.regulation.grammar.BoundKind;
import org.govshare.regulation.grammar.Covers;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;

/**
 * Which texts rule a matter. The steps are those of the most local text that binds all its parties (between provinces the
 * national one); where none does, those of the most local one that binds who opens the case and lets its steps reach out.
 * In addition the other texts that bind all parties count, and of the rest the duties that bind their obligor alone.
 */
final class Binding {
    private final Matter matter;
    private final List<Pack> known;
    private final List<Pack> bindingAll;
    private final List<Pack> bindingOpener;

    /** @param atEach the packs in force at the place of each party, in the order of the parties */
    Binding(Matter matter, List<List<Pack>> atEach) {
        this.matter = matter;
        var binding = new ArrayList<Set<Pack>>();
        for (int i = 0; i < atEach.size(); i++) {
            var party = matter.parties().get(i);
            binding.add(new LinkedHashSet<>(
                    atEach.get(i).stream().filter(pack -> pack.binds(party)).toList()));
        }
        this.known = atEach.stream()
                .flatMap(Collection::stream)
                .distinct()
                .filter(pack -> pack.procedures().containsKey(matter.procedure()))
                .sorted(Taking.MOST_LOCAL_FIRST)
                .toList();
        this.bindingAll = known.stream()
                .filter(pack -> binding.stream().allMatch(bound -> bound.contains(pack)))
                .toList();
        this.bindingOpener = known.stream().filter(binding.get(0)::contains).toList();
    }

    Optional<EffectiveProcedure> effective() {
        return frame().flatMap(frame -> {
            var taking = new ArrayList<Taking>(List.of(frame));
            bindingAll.stream()
                    .filter(pack -> pack != frame.pack())
                    .forEach(pack -> taking.add(new Taking(pack, false)));
            known.stream()
                    .filter(pack -> pack != frame.pack() && !bindingAll.contains(pack))
                    .filter(pack -> procedure(pack).clocks().values().stream()
                            .anyMatch(clock -> clock.covers() == Covers.OBLIGOR))
                    .forEach(pack -> taking.add(new Taking(pack, true)));
            return Stacking.compose(taking, matter.procedure());
        });
    }

    private Optional<Taking> frame() {
        var ofAll = withSteps(bindingAll).map(pack -> new Taking(pack, false)).findFirst();
        return ofAll.or(() -> withSteps(bindingOpener)
                .filter(this::reachesTheOthers)
                .map(pack -> new Taking(pack, true))
                .findFirst());
    }

    /** Its steps serve towards bodies of the kinds that it binds, elsewhere, and towards agencies that a ministry manages. */
    private boolean reachesTheOthers(Pack pack) {
        return procedure(pack).reachesOut().isPresent()
                && matter.parties().stream()
                        .map(Body::kind)
                        .allMatch(kind -> kind == BoundKind.STATIONED_AGENCY
                                || pack.binds().kinds().contains(kind));
    }

    /** The texts that have such a procedure and do not bind all parties, each with the first party that it does not bind. */
    List<Unbound> unbound() {
        return withSteps(known)
                .flatMap(pack -> matter.parties().stream()
                        .filter(party -> !pack.binds(party))
                        .limit(1)
                        .map(party -> new Unbound(pack, party)))
                .toList();
    }

    private Stream<Pack> withSteps(List<Pack> packs) {
        return packs.stream().filter(pack -> procedure(pack).opening().isPresent());
    }

    private Procedure procedure(Pack pack) {
        return pack.procedures().get(matter.procedure());
    }
}
