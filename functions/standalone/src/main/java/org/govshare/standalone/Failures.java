package org.govshare.standalone;

import org.govshare.database.DatabaseException;
import org.govshare.platform.failure.CommandException;
import org.govshare.regulation.RegulationException;
import org.govshare.regulation.text.UnreadableText;

/** Tells failures whose message is written for the operator from those that are ours to mend. */
final class Failures {
    private Failures() {}

    static boolean foreseen(Exception exception) {
        return exception instanceof CommandException
                || exception instanceof DatabaseException
                || exception instanceof RegulationException
                || exception instanceof UnreadableText;
    }
}
