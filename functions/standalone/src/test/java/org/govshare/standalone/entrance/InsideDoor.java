package org.govshare.standalone.entrance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.govshare.commands.CommandPath;
import org.govshare.commands.CommandResult;
import org.govshare.platform.event.CommandEvent;
import org.govshare.platform.identity.Caller;
import org.govshare.testkit.entrance.Door;
import org.govshare.testkit.entrance.EntrancePart;

/** Straight to the command path, where no entrance takes commands of people. */
final class InsideDoor implements Door {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "//preparation";

    private final Map<String, String> types = new TreeMap<>();
    private final CommandPath path;

    InsideDoor(CommandPath path) {
        this.path = path;
        EntrancePart.all().forEach(part -> types.putAll(part.typesByPath()));
    }

    @Override
    public String send(String agency, String where, String body) {
        if (!where.endsWith("/actions")) {
            return event(agency, types.get(where), body);
        }
        String[] parts = where.split("/");
        String thing = parts[1].replaceAll("s$", "");
        return run(agency, "org.govshare." + thing + ".acted.v1", object(body).put(thing, parts[2]));
    }

    @Override
    public String event(String agency, String type, String data) {
        return run(agency, type, object(data));
    }

    private String run(String agency, String type, ObjectNode data) {
        CommandEvent event = new CommandEvent(SOURCE, UUID.randomUUID().toString(), type, data);
        CommandResult result = path.run(new Caller("preparation", agency, Set.of("clerk", "leader")), List.of(event))
                .get(0);
        if (result instanceof CommandResult.Accepted accepted) {
            return accepted.body().path("id").asText();
        }
        throw new IllegalStateException(type + " " + result);
    }

    private static ObjectNode object(String body) {
        try {
            return (ObjectNode) JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}
