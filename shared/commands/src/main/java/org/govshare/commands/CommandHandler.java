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
 * <p>Refuse by throwing {@link org.govshare.platform.problem.ProblemException} or by returning a refusal, in either
 * case before anything is written. Methods must not have a transaction annotation of their own: an exception that
 * crosses one would roll back the stored answer.
 */
public interface CommandHandler {

    /** The CloudEvents types that it handles; each type has one handler in a process. */
    Set<String> types();

    /** Whether a caller may send its commands; by default, if the caller acts for an agency. */
    default boolean admits(Caller caller) {
        return caller.actsForAgency();
    }

    /** The member of its commands' data that names the case it will lock; a batch locks all of them up front. */
    default Optional<String> caseMember() {
        return Optional.empty();
    }

    /** The case that a command's data names; empty if the name cannot be read. Never refuses. */
    default Optional<UUID> caseOf(JsonNode data) {
        return caseMember()
                .map(data::path)
                .filter(JsonNode::isTextual)
                .flatMap(id -> VisibleText.of(id.textValue()))
                .flatMap(Fields::parseUuid);
    }

    CommandResult handle(CommandContext context);
}
