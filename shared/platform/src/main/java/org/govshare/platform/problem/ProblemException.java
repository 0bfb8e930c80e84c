package org.govshare.platform.problem;

/** Carries a problem from where a request was found wanting to the edge that answers. Rolls back the transaction it leaves. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type().uri(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
