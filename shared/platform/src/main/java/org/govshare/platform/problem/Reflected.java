package org.govshare.platform.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.regulation.document.Text;
import org.govshare.regulation.procedure.RuleRef;

/**
 * Registers classes that are written as JSON but are not a resource's declared answer, so that a native build does not
 * find them by itself.
 */
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
