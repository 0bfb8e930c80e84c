package org.govshare.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.govshare.regulation.runner.ProcedureRunners;
import org.junit.jupiter.api.Test;

class EffectHandlersTest {
    private static final ProcedureRunners RUNNERS =
            ProcedureRunners.of(Map.of("share-request", Set.of("notify", "open-grant")), false);

    private record Handler(String effect) implements EffectHandler {
        @Override
        public Map<String, String> apply(Occasion occasion) {
            throw new UnsupportedOperationException(effect);
        }
    }

    @Test
    void declaredEffectWithoutAHandler_stopsTheProcess() {
        List<EffectHandler> handlers = List.of(new Handler("notify"));
        var thrown = assertThrows(IllegalStateException.class, () -> EffectHandlers.by(RUNNERS, handlers));
        assertEquals("no handler here for open-grant", thrown.getMessage());
    }

    @Test
    void twoHandlersOfOneEffect_stopTheProcess() {
        List<EffectHandler> handlers = List.of(new Handler("notify"), new Handler("notify"));
        assertThrows(IllegalStateException.class, () -> EffectHandlers.by(RUNNERS, handlers));
    }

    @Test
    void eachEffect_hasItsHandler() {
        List<EffectHandler> handlers = List.of(new Handler("notify"), new Handler("open-grant"));
        assertEquals(
                Set.of("notify", "open-grant"),
                EffectHandlers.by(RUNNERS, handlers).keySet());
    }
}
