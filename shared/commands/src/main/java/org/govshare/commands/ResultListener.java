package org.govshare.commands;

import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;

/**
 * Called with each command's result inside the command's own transaction: what it writes is committed or rolled back
 * with the command.
 */
@FunctionalInterface
public interface ResultListener {
    /** Does nothing; for callers that answer themselves. */
    ResultListener NONE = (caller, event, result) -> {};

    /** Called for a repeat too, with the answer given before. */
    void decided(Caller caller, CommandEvent event, CommandResult result);
}
