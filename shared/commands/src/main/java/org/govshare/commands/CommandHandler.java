package org.govshare.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.json.Fields;
import org.govshare.regulation.text.VisibleText;

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

    /** The member of its commands' data that names the case it will lock; a batch locks all of them up front. */
    default Optional<String> caseMember() {
        return Optional.empty();
    }

    /** The case that a command's data names, as far as it can be read; never refuses. */
    default Optional<UUID> caseOf(JsonNode data) {
        return caseMember()
                .map(data::path)
                .filter(JsonNode::isTextual)
                .flatMap(id -> VisibleText.of(id.textValue()))
                .flatMap(Fields::parseUuid);
    }

    CommandResult handle(CommandContext context);
}
