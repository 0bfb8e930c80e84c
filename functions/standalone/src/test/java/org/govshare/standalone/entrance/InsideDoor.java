package org.govshare.standalone.entrance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.govshare.commands.CommandPath;
import org.govshare.commands.CommandResult;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;

/** Straight to the command path, where no entrance takes commands of people. */
final class InsideDoor implements Door {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TYPES = Map.of(
            "/requests", "org.govshare.request.submitted.v1",
            "/verifications", "org.govshare.verification.raised.v1",
            "/acts/correction", "org.govshare.correction.ordered.v1",
            "/acts/circular", "org.govshare.circular.issued.v1",
            "/acts/bar", "org.govshare.bar.imposed.v1",
            "/backflow/needs", "org.govshare.backflow.needed.v1",
            "/backflow/endpoints", "org.govshare.endpoint.registered.v1",
            "/events", "org.govshare.records.changed.v1");

    private final CommandPath path;

    InsideDoor(CommandPath path) {
        this.path = path;
    }

    @Override
    public String send(String agency, String entrance, String body) {
        CommandEvent event = event(entrance, body);
        CommandResult result = path.run(new Caller("world", agency, Set.of("clerk")), List.of(event))
                .get(0);
        if (result instanceof CommandResult.Accepted accepted) {
            return accepted.body().path("id").asText();
        }
        throw new IllegalStateException(entrance + " " + result);
    }

    private static CommandEvent event(String entrance, String body) {
        try {
            ObjectNode data = (ObjectNode) JSON.readTree(body);
            String id = UUID.randomUUID().toString();
            if (!entrance.endsWith("/actions")) {
                return new CommandEvent("//world", id, TYPES.get(entrance), data);
            }
            String[] parts = entrance.split("/");
            String thing = parts[1].replaceAll("s$", "");
            return new CommandEvent("//world", id, "org.govshare." + thing + ".acted.v1", data.put(thing, parts[2]));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
