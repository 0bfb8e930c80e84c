package org.govshare.request;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** 办理: an act upon a request that a broker delivers. */
@ApplicationScoped
public class ActOnRequestFunction {
    private final BrokeredCommands commands;

    ActOnRequestFunction(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(ActOnRequest.TYPE)
    public void act() {
        commands.take(ActOnRequest.TYPE);
    }
}
