package org.govshare.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.govshare.regulation.runner.ProcedureRunner;

/** 受理 runs requests about a dataset: those for its data, and other kinds that packs run as a share request. */
@RegisterForReflection
public final class ShareRequests implements ProcedureRunner {
    static final String KIND = "share-request";
    static final String OPEN_GRANT = "open-grant";
    static final String SUSPEND_GRANT = "suspend-grant";
    static final String RESUME_GRANT = "resume-grant";
    static final String END_GRANT = "end-grant";

    @Override
    public Set<String> runs() {
        return Set.of(KIND);
    }

    @Override
    public Set<String> effects() {
        return Set.of(OPEN_GRANT, SUSPEND_GRANT, RESUME_GRANT, END_GRANT);
    }
}
