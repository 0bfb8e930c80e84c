package org.govshare.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.govshare.platform.problem.Problem;

/** What became of a command; kept, so that a repeat gets the same answer. */
public sealed interface CommandResult {

    /** Done. The body gives ids and states; the location is the path of what was made. */
    record Accepted(int status, JsonNode body, Optional<String> location) implements CommandResult {}

    /** Refused for good, with nothing changed. */
    record Refused(Problem problem) implements CommandResult {}
}
