package org.govshare.request;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** 受理: a request for data that a broker delivers. */
@ApplicationScoped
public class SubmitRequestFunction {
    private final BrokeredCommands commands;

    SubmitRequestFunction(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(SubmitRequest.TYPE)
    public void submit() {
        commands.take(SubmitRequest.TYPE);
    }
}
