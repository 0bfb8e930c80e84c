package org.govshare.toy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.govshare.commands.CommandContext;
import org.govshare.commands.CommandHandler;
import org.govshare.commands.CommandResult;
import org.govshare.commands.trail.Trail;
import org.govshare.commands.trail.TrailEntry;
import org.govshare.platform.json.Fields;

/** An agency plays: nothing changes, but the trail says that it was done. */
@ApplicationScoped
public class PlayToy implements CommandHandler {
    public static final String TYPE = "org.govshare.toy.played.v1";

    private final Trail trail;

    PlayToy(Trail trail) {
        this.trail = trail;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields.of(context.event().data()).check();
        trail.enter(
                TrailEntry.by(context.caller(), Optional.empty(), context.lawNow(), "played-toy", Map.of("played", "1")));
        return new CommandResult.Accepted(200, JsonNodeFactory.instance.objectNode(), Optional.empty());
    }
}
