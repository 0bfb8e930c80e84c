package org.govshare.verification;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** 校核: an act upon a verification that a broker delivers. */
@ApplicationScoped
public class ActOnVerificationFunction {
    private final BrokeredCommands commands;

    ActOnVerificationFunction(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(ActOnVerification.TYPE)
    public void act() {
        commands.take(ActOnVerification.TYPE);
    }
}
