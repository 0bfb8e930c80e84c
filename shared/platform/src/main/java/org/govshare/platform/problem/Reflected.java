package org.govshare.platform.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.procedure.RuleRef;

/** What is written as JSON without being any resource's declared answer, so that no build finds it by itself. */
@RegisterForReflection(
        targets = {
            Problem.class,
            ProblemType.class,
            Violation.class,
            Text.class,
            RuleRef.class,
            ProblemBody.class,
            ProblemBody.ViolationBody.class
        })
final class Reflected {
    private Reflected() {}
}
