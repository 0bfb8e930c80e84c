package org.govshare.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.govshare.commands.outbox.Outbox;
import org.govshare.platform.json.Fields;

/** A command for these tests only: it requires a text, and its one effect is a message with this text. */
@ApplicationScoped
public class Note implements CommandHandler {
    public static final String TYPE = "org.govshare.test.note.v1";

    /** The type of the message, whose subject is the id in the answer. */
    public static final String NOTED = "org.govshare.test.noted.v1";

    private final Outbox outbox;
    private final BrokeredCommands commands;

    Note(Outbox outbox, BrokeredCommands commands) {
        this.outbox = outbox;
        this.commands = commands;
    }

    @Funq(TYPE)
    public void take() {
        commands.take(TYPE);
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public CommandResult handle(CommandContext context) {
        Fields data = Fields.of(context.event().data());
        String text = data.text("text");
        data.check();
        String id = UUID.randomUUID().toString();
        outbox.add(NOTED, id, Map.of("text", text));
        return new CommandResult.Accepted(
                201, JsonNodeFactory.instance.objectNode().put("id", id), Optional.of("/notes/" + id));
    }
}
