package org.govshare.toy;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** 玩具: plays that a broker delivers. */
@ApplicationScoped
public class PlayToyFunction {
    private final BrokeredCommands commands;

    PlayToyFunction(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(PlayToy.TYPE)
    public void play() {
        commands.take(PlayToy.TYPE);
    }
}
