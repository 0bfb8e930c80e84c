package org.govshare.casework;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.regulation.runner.ProcedureRunners;

/** The handlers of this process by their effects. */
final class EffectHandlers {

    private EffectHandlers() {}

    /** @throws IllegalStateException when an effect that this process declares has no handler, or two */
    static Map<String, EffectHandler> by(ProcedureRunners runners, List<EffectHandler> handlers) {
        Map<String, EffectHandler> found =
                handlers.stream().collect(Collectors.toMap(EffectHandler::effect, Function.identity()));
        Set<String> without = new TreeSet<>(runners.allEffects());
        without.removeAll(found.keySet());
        if (!without.isEmpty()) {
            throw new IllegalStateException("no handler here for " + String.join(", ", without));
        }
        return found;
    }
}
