package org.govshare.casework.command;

import java.util.Set;
import org.govshare.platform.identity.Caller;

/**
 * Carries out the commands of some event types inside the command path's transaction.
 *
 * <p>Refuse by throwing {@link org.govshare.platform.problem.ProblemException} or by returning a refusal, in either case
 * before anything is written. Methods must not carry a transaction annotation of their own: an exception that crosses
 * one would undo the stored answer.
 */
public interface CommandHandler {

    /** The CloudEvents types it takes; each type has one handler in a process. */
    Set<String> types();

    /** Who may send its commands: by default those who act for an agency. */
    default boolean admits(Caller caller) {
        return caller.actsForAgency();
    }

    CommandResult handle(CommandContext context);
}
