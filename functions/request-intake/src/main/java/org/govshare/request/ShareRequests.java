package org.govshare.request;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.govshare.regulation.runner.ProcedureRunner;
import org.govshare.regulation.runner.ReliedName;

/** 受理 runs requests about a dataset: those for its data, and other kinds that packs run as a share request. */
@RegisterForReflection
public final class ShareRequests implements ProcedureRunner {
    static final String KIND = "share-request";
    static final String OPEN_GRANT = "open-grant";
    static final String SUSPEND_GRANT = "suspend-grant";
    static final String RESUME_GRANT = "resume-grant";
    static final String END_GRANT = "end-grant";

    static final String PURPOSE = "purpose";
    static final String SCENARIO = "scenario";
    static final String SCOPE = "scope";
    static final String WITHHELD_BASIS = "withheld-basis";

    @Override
    public Set<String> runs() {
        return Set.of(KIND);
    }

    @Override
    public Set<String> effects() {
        return Set.of(OPEN_GRANT, SUSPEND_GRANT, RESUME_GRANT, END_GRANT);
    }

    @Override
    public List<ReliedName> reliesOn() {
        return List.of(
                ReliedName.field(
                        DataItems.FIELD,
                        "data items of the dataset, joined by commas; a grant is limited to those last stated"),
                ReliedName.field(PURPOSE, "the purpose of the grant, as last stated"),
                ReliedName.field(SCENARIO, "the purpose of the grant where no purpose is stated"),
                ReliedName.field(SCOPE, "the scope of the grant, as last stated"),
                ReliedName.field(
                        WITHHELD_BASIS, "why the catalogue withholds the data; set by the program, stated by nobody"));
    }

    /** A request that can never be granted would keep an agency waiting for nothing. */
    @Override
    public Set<String> needs() {
        return Set.of(OPEN_GRANT);
    }
}
