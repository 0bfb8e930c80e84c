package org.govshare.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemType;

/** Reads the caller from the verified token of the current request. */
@ApplicationScoped
public class CallerProducer {
    private final JsonWebToken token;
    private final Callers callers;

    CallerProducer(JsonWebToken token, Callers callers) {
        this.token = token;
        this.callers = callers;
    }

    /** The caller of this request; refuses a token without a subject. */
    public Caller caller() {
        return callers.of(token)
                .orElseThrow(() -> Problem.of(ProblemType.UNAUTHENTICATED, PlatformMessages.TOKEN_WITHOUT_SUBJECT)
                        .asException());
    }

    /** The caller; refuses one that may not act for an agency. */
    public Caller acting() {
        Caller caller = caller();
        if (!caller.actsForAgency()) {
            throw Problem.of(ProblemType.FORBIDDEN, PlatformMessages.ONLY_AGENCIES_ACT)
                    .asException();
        }
        return caller;
    }
}
