package org.govshare.commands;

import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;

/** Is called with each command's result inside the command's own transaction: what it writes is committed or rolled back with it. */
@FunctionalInterface
public interface ResultListener {
    /** For those whom the caller itself answers. */
    ResultListener NONE = (caller, event, result) -> {};

    /** Called for a repeat too, with the answer given before. */
    void decided(Caller caller, CommandEvent event, CommandResult result);
}
