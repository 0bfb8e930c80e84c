package org.govshare.verification;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import org.govshare.regulation.runner.ProcedureRunner;
import org.govshare.regulation.runner.ReliedName;

/** 校核 runs doubts about records, and other kinds that packs run as a verification. */
@RegisterForReflection
public final class Verifications implements ProcedureRunner {
    static final String KIND = "verification";
    static final String PUSH_CORRECTION = "push-correction";

    @Override
    public Set<String> runs() {
        return Set.of(KIND);
    }

    @Override
    public Set<String> effects() {
        return Set.of(PUSH_CORRECTION);
    }

    @Override
    public List<ReliedName> reliesOn() {
        return List.of(
                ReliedName.field(
                        RaiseVerification.DOUBT, "what is doubted; taken from the command whatever the pack asks"),
                ReliedName.field(
                        RaiseVerification.RECORDS,
                        "keys of the records in doubt, at most 100; taken from the command as a list"));
    }
}
