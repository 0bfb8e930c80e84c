package org.govshare.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A command that can fail like a command whose database stops in the middle. */
@ApplicationScoped
public class FaultyCommand implements CommandHandler {
    static final String TYPE = "org.govshare.test.faulty.v1";
    private static final AtomicBoolean FAILS = new AtomicBoolean();

    private final BrokeredCommands commands;

    FaultyCommand(BrokeredCommands commands) {
        this.commands = commands;
    }

    static void failNext() {
        FAILS.set(true);
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
        if (FAILS.getAndSet(false)) {
            throw new IllegalStateException("the database has gone away");
        }
        return new CommandResult.Accepted(200, JsonNodeFactory.instance.objectNode(), Optional.empty());
    }
}
