package org.govshare.regulation.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcedureRunnersTest {

    private record Declared(Set<String> runs, Set<String> effects) implements ProcedureRunner {}

    private static final ProcedureRunner EVERY = new Declared(Set.of(), Set.of("notify"));
    private static final ProcedureRunner REQUESTS = new Declared(Set.of("share-request"), Set.of("open-grant"));

    @Test
    void effectsForEveryProcedure_areThoseOfEachKind() {
        var declared =
                ProcedureRunners.declared(List.of(EVERY, REQUESTS, new Declared(Set.of("verification"), Set.of())));
        assertEquals(Set.of("open-grant", "notify"), declared.get("share-request"));
        assertEquals(Set.of("notify"), declared.get("verification"));
        var runners = ProcedureRunners.of(declared, false);
        assertEquals(Set.of("notify", "open-grant"), runners.allEffects());
        assertTrue(runners.run("verification"));
        assertFalse(runners.run("catalogue"));
    }

    @Test
    void oneKind_hasOneFunction() {
        var twice = List.of(REQUESTS, REQUESTS);
        assertThrows(IllegalStateException.class, () -> ProcedureRunners.declared(twice));
    }

    @Test
    void withoutFunctionsOnTheClassPath_nothingIsRun() {
        assertEquals(Set.of(), ProcedureRunners.here().effects().keySet());
    }
}
