package org.govshare.regulation.reading;

import java.util.Map;
import java.util.Set;
import org.govshare.regulation.runner.ProcedureRunners;

/** The functions of a product, as far as tests of readers need them. */
final class Runners {
    private static final Map<String, Set<String>> EFFECTS = Map.of(
            "share-request", Set.of("open-grant", "notify"),
            "grant-act", Set.of("suspend-grant", "end-grant", "widen-grant", "notify"),
            "verification", Set.of("push-correction", "notify"),
            "organ-act", Set.of("notify"));

    static final ProcedureRunners PRODUCT =
            new ProcedureRunners(EFFECTS, Map.of("share-request", Set.of("open-grant")), true);

    private Runners() {}

    /** A process that runs one kind of procedure and knows no other function. */
    static ProcedureRunners only(String kind) {
        return ProcedureRunners.of(Map.of(kind, EFFECTS.get(kind)), false);
    }
}
