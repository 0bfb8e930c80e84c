package org.govshare.casework;

import java.time.Instant;
import java.util.Map;
import org.govshare.regulation.procedure.CaseState;

/** Does what an action's named effect means, inside the command's transaction; one handler for each name that packs may use. */
public interface EffectHandler {

    /** The name as packs write it, such as {@code open-grant}. */
    String effect();

    /**
     * @param datasetId the dataset the case is about
     * @param fields what the action stated
     */
    void apply(CaseState after, String datasetId, Map<String, String> fields, Instant now);
}
