package org.govshare.casework;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.govshare.regulation.runner.ProcedureRunner;
import org.govshare.regulation.runner.ReliedName;

/** The effects that actions of every kind of procedure may name; their handlers are here, in every function. */
@RegisterForReflection
public final class EveryProcedure implements ProcedureRunner {
    static final String NOTIFY = "notify";
    static final String FILE = "file-with-authority";
    static final String REPORT = "report-to-authority";

    @Override
    public Set<String> runs() {
        return Set.of();
    }

    @Override
    public Set<String> effects() {
        return Set.of(NOTIFY, FILE, REPORT);
    }

    @Override
    public List<ReliedName> reliesOn() {
        return List.of(ReliedName.party(
                TellAuthority.AUTHORITY, "to whom " + FILE + " and " + REPORT + " go; without this party, to nobody"));
    }
}
