package org.govshare.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private record Own(String effect, String kind) implements EffectHandler {
        @Override
        public Optional<String> runsAs() {
            return Optional.of(kind);
        }

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
        Handler notify = new Handler("notify");
        Handler open = new Handler("open-grant");
        EffectHandlers found = EffectHandlers.by(RUNNERS, List.of(notify, open));
        assertEquals(Optional.of(notify), found.of("share-request", "notify"));
        assertEquals(Optional.of(open), found.of("share-request", "open-grant"));
        assertEquals(Optional.empty(), found.of("share-request", "end-grant"));
    }

    @Test
    void aKindWithAHandlerOfItsOwn_hasThatOne() {
        EffectHandler general = new Handler("notify");
        EffectHandler own = new Own("notify", "grant-act");
        EffectHandlers found = EffectHandlers.by(
                ProcedureRunners.of(Map.of("share-request", Set.of("notify"), "grant-act", Set.of("notify")), false),
                List.of(own, general));
        assertEquals(Optional.of(general), found.of("share-request", "notify"));
        assertEquals(Optional.of(own), found.of("grant-act", "notify"));
    }

    @Test
    void aHandlerOfAnotherKindAlone_doesNotServe() {
        ProcedureRunners requests = ProcedureRunners.of(Map.of("share-request", Set.of("end-grant")), false);
        List<EffectHandler> handlers = List.of(new Own("end-grant", "grant-act"));
        var thrown = assertThrows(IllegalStateException.class, () -> EffectHandlers.by(requests, handlers));
        assertEquals("no handler here for end-grant", thrown.getMessage());
    }
}
