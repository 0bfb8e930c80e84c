package org.govshare.casework;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.govshare.regulation.runner.ProcedureRunners;

/** The handlers of this process by the kind of procedure that runs here and their effects. */
final class EffectHandlers {
    private final Map<String, EffectHandler> general;
    private final Map<String, Map<String, EffectHandler>> ofKinds;

    private EffectHandlers(Map<String, EffectHandler> general, Map<String, Map<String, EffectHandler>> ofKinds) {
        this.general = general;
        this.ofKinds = ofKinds;
    }

    /** @throws IllegalStateException when an effect that this process declares has no handler, or two */
    static EffectHandlers by(ProcedureRunners runners, List<EffectHandler> handlers) {
        Map<String, EffectHandler> general = new HashMap<>();
        Map<String, Map<String, EffectHandler>> ofKinds = new HashMap<>();
        for (EffectHandler handler : handlers) {
            Map<String, EffectHandler> group = handler.runsAs()
                    .map(kind -> ofKinds.computeIfAbsent(kind, one -> new HashMap<>()))
                    .orElse(general);
            if (group.put(handler.effect(), handler) != null) {
                throw new IllegalStateException("two handlers here for " + handler.effect());
            }
        }
        EffectHandlers found = new EffectHandlers(general, ofKinds);
        found.check(runners.effects());
        return found;
    }

    private void check(Map<String, Set<String>> declared) {
        Set<String> without = new TreeSet<>();
        declared.forEach((kind, effects) ->
                effects.stream().filter(effect -> of(kind, effect).isEmpty()).forEach(without::add));
        if (!without.isEmpty()) {
            throw new IllegalStateException("no handler here for " + String.join(", ", without));
        }
    }

    /** @param runsAs the kind of procedure whose function runs the case */
    Optional<EffectHandler> of(String runsAs, String effect) {
        return Optional.ofNullable(ofKinds.getOrDefault(runsAs, Map.of()).get(effect))
                .or(() -> Optional.ofNullable(general.get(effect)));
    }

    Collection<EffectHandler> all() {
        return ofKinds.values().stream()
                .flatMap(group -> group.values().stream())
                .collect(Collectors.toCollection(() -> new ArrayList<>(general.values())));
    }
}
