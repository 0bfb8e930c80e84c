package org.govshare.regulation.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.grammar.Covers;
import org.govshare.regulation.grammar.Procedure;

/**
 * Puts the packs that rule the same matter upon one another: the first with steps is the frame; the others add to its
 * clocks, actions and steps what they demand besides.
 */
final class Stacking {
    private final Taking frame;
    private final String name;
    private final List<Taking> taking = new ArrayList<>();
    private final Map<String, Stacked> clocks = new LinkedHashMap<>();
    private final List<Addition> added = new ArrayList<>();
    private final List<Addition> notCarried = new ArrayList<>();
    private Procedure merged;

    private Stacking(Taking frame, String name) {
        this.frame = frame;
        this.name = name;
        this.merged = frame.pack().procedures().get(name);
        taking.add(frame);
        merged.clocks().forEach((clock, rule) -> {
            if (!frame.obligorOnly() || rule.covers() == Covers.OBLIGOR) {
                clocks.put(clock, new Stacked(rule, merged.limits().get(clock), frame.pack()));
            }
        });
    }

    /** The procedure that these packs give together, or nothing where none of them has its steps. */
    static Optional<EffectiveProcedure> compose(List<Taking> packs, String name) {
        var having = packs.stream()
                .filter(taking -> taking.pack().procedures().containsKey(name))
                .toList();
        return having.stream()
                .filter(taking -> taking.pack().procedures().get(name).opening().isPresent())
                .findFirst()
                .map(frame -> {
                    var stacking = new Stacking(frame, name);
                    having.stream().filter(other -> other != frame).forEach(stacking::add);
                    return stacking.effective();
                });
    }

    private void add(Taking other) {
        taking.add(other);
        var theirs = other.pack().procedures().get(name);
        var parties = new PartyNames(other.pack(), theirs.parties(), merged.parties());
        if (theirs.opening().isPresent() && !other.obligorOnly()) {
            var actions = new ActionOverlay(parties);
            merged = new StepOverlay(merged, theirs, actions, parties).merged();
            added.addAll(actions.added);
            notCarried.addAll(actions.notCarried);
        }
        var overlay = new ClockOverlay(other, theirs, parties);
        overlay.onto(clocks, merged);
        merged = merged.with(overlay.prompt(merged));
        merged = merged.with(parties.merged(), merged.opening(), merged.steps(), merged.everywhere());
        added.addAll(overlay.added);
        notCarried.addAll(overlay.notCarried);
    }

    private EffectiveProcedure effective() {
        var refs = taking.stream().map(Taking::ref).toList();
        var effective = new LinkedHashMap<String, EffectiveClock>();
        clocks.forEach((clock, stacked) -> {
            effective.put(clock, stacked.effective());
            notCarried.addAll(stacked.otherConsents());
        });
        return new EffectiveProcedure(
                new ProcedureRef(merged.kind(), merged.variant(), refs),
                taking.stream().map(Taking::pack).toList(),
                merged,
                effective,
                ActionOverlay.distinct(added),
                ActionOverlay.distinct(notCarried));
    }
}
