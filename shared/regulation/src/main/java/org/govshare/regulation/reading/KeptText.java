package org.govshare.regulation.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.regulation.grammar.Action;
import org.govshare.regulation.grammar.Pack;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.grammar.Step;
import org.govshare.regulation.grammar.Tells;

/**
 * A text kept for old cases from before packs said what an organ's act tells: what its actions tell is what the actions of
 * the same name tell in the text that now has its id.
 */
final class KeptText {
    private final Optional<Pack> now;

    KeptText(Optional<Pack> now) {
        this.now = now;
    }

    /** Its words for acts are those of today; a name that has none stays as it is. */
    ActNames acts() {
        return new ActNames(now.map(Pack::acts).orElse(Map.of()), true);
    }

    Procedure telling(Procedure kept) {
        var same = now.map(pack -> pack.procedures().get(kept.name()));
        if (kept.organAct().isEmpty() || same.isEmpty()) {
            return kept;
        }
        var steps = new LinkedHashMap<String, Step>();
        kept.steps().forEach((name, step) -> {
            var actions = telling(step.actions(), same.get());
            steps.put(name, new Step(name, step.title(), step.party(), step.closed(), step.prevails(), actions));
        });
        return kept.with(
                kept.opening().map(action -> telling(action, same.get())),
                steps,
                telling(kept.everywhere(), same.get()));
    }

    private static Map<String, Action> telling(Map<String, Action> actions, Procedure now) {
        var telling = new LinkedHashMap<String, Action>();
        actions.forEach((name, action) -> telling.put(name, telling(action, now)));
        return telling;
    }

    private static Action telling(Action action, Procedure now) {
        var tells = new LinkedHashMap<String, List<Tells>>();
        now.actions().forEach((path, same) -> tells.putIfAbsent(same.name(), same.tells()));
        return action.telling(tells.getOrDefault(action.name(), List.of()));
    }
}
