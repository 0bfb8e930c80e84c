package org.govshare.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.govshare.platform.problem.Problem;

/** The outcome of a command. It is stored, so that a repeat gets the same answer. */
public sealed interface CommandResult {

    /** The command was carried out. The body has ids and states; the location is the path of what was created. */
    record Accepted(int status, JsonNode body, Optional<String> location) implements CommandResult {}

    /** The command was refused permanently and changed nothing. */
    record Refused(Problem problem) implements CommandResult {}
}
