package org.govshare.casework;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.Problem;
import org.govshare.regulation.procedure.CaseState;

/**
 * Does what an action's named effect means, inside the command's transaction. A function has one handler for each effect
 * that its {@link org.govshare.regulation.runner.ProcedureRunner} declares.
 */
public interface EffectHandler {

    /** The name as packs write it, such as {@code open-grant}. */
    String effect();

    /**
     * The kind of procedure whose function has this handler, such as {@code grant-act}, where the effect means something else
     * there; none for one that serves every kind which has no handler of its own.
     */
    default Optional<String> runsAs() {
        return Optional.empty();
    }

    /** The member of a command's data that only this effect reads; a command that has it without the effect is refused. */
    default Optional<String> member() {
        return Optional.empty();
    }

    /** Checks that the effect is possible, before anything is written; a problem refuses the whole command. */
    default Optional<Problem> check(Occasion occasion) {
        return Optional.empty();
    }

    /** Carries out the effect, and returns, with ids and codes, what the trail should record; empty where the effect's name is enough. */
    Map<String, String> apply(Occasion occasion);

    /**
     * The action that asks for the effect.
     *
     * @param after the case as the action leaves it
     * @param datasetId the dataset the case is about
     * @param about the case that the case is about, where it is about one
     * @param fields what the action stated
     * @param data the whole command, for what only the function reads
     */
    record Occasion(
            Caller caller,
            CaseState after,
            String datasetId,
            Optional<UUID> about,
            Map<String, String> fields,
            JsonNode data,
            Instant lawNow) {}
}
