package org.govshare.supervision;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.runner.ProcedureRunner;

/** 监督 runs acts of organs, of every kind that the packs have. */
@RegisterForReflection
public final class OrganActs implements ProcedureRunner {

    @Override
    public Set<String> runs() {
        return Set.of(Procedure.ORGAN_ACT);
    }

    @Override
    public Set<String> effects() {
        return Set.of();
    }
}
