package org.govshare.exchange.act;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.govshare.regulation.grammar.Procedure;
import org.govshare.regulation.runner.ProcedureRunner;
import org.govshare.regulation.runner.ReliedName;

/** 共享 runs procedures about a grant, of whatever kind packs have. */
@RegisterForReflection
public final class GrantActs implements ProcedureRunner {
    static final String SUSPEND = "suspend-grant";
    static final String RESUME = "resume-grant";
    static final String END = "end-grant";
    static final String WIDEN = "widen-grant";

    static final String PURPOSE = "purpose";
    static final String SCOPE = "scope";
    static final String ITEMS = "items";

    @Override
    public Set<String> runs() {
        return Set.of(Procedure.GRANT_ACT);
    }

    @Override
    public Set<String> effects() {
        return Set.of(SUSPEND, RESUME, END, WIDEN);
    }

    @Override
    public List<ReliedName> reliesOn() {
        return List.of(
                ReliedName.field(PURPOSE, "with " + WIDEN + ", the purpose that the grant then has, as last stated"),
                ReliedName.field(SCOPE, "with " + WIDEN + ", the scope that the grant then has, as last stated"),
                ReliedName.field(
                        ITEMS,
                        "with " + WIDEN + ", data items, joined by commas, that a limited grant then has in addition"));
    }
}
