package org.govshare.backflow;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** 回流: a city's need that a broker delivers. */
@ApplicationScoped
public class StateNeedFunction {
    private final BrokeredCommands commands;

    StateNeedFunction(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(StateNeed.TYPE)
    public void state() {
        commands.take(StateNeed.TYPE);
    }
}
