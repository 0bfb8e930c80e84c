package org.govshare.regulation.grammar;

import java.time.Duration;
import org.govshare.regulation.document.Basis;

/**
 * How long a text wants something kept at least.
 *
 * @param years counted from the end of what the records are about
 */
public record KeepRule(Kept what, int years, Basis basis) {

    /** What a text can want kept. */
    public enum Kept {
        /** Records of the use that an agency makes of data shared with it. */
        USE_RECORDS
    }

    /** A span of days that is never shorter, whichever years it covers. */
    public Duration atLeast() {
        var leapDays = (years + 3) / 4;
        return Duration.ofDays(365L * years + leapDays);
    }
}
