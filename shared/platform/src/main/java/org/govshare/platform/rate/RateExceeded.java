package org.govshare.platform.rate;

import java.time.Duration;
import org.govshare.platform.PlatformMessages;
import org.govshare.platform.problem.Problem;
import org.govshare.platform.problem.ProblemException;
import org.govshare.platform.problem.ProblemType;

/** A sender is beyond its rate; its request was not processed. */
public final class RateExceeded extends ProblemException {
    private static final long serialVersionUID = 1L;

    private final Duration until;

    /** @param until how long it must wait, in whole seconds */
    RateExceeded(Duration until) {
        super(Problem.of(ProblemType.TOO_MANY, PlatformMessages.tooMany(until)));
        this.until = until;
    }

    /** Value of {@code Retry-After} (RFC 9110, section 10.2.3). */
    public String retryAfter() {
        return Long.toString(until.toSeconds());
    }
}
