package org.govshare.platform.problem;

/**
 * Carries a problem from the code that refused a request to the edge that answers. It rolls back the transaction that
 * it leaves.
 */
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
