package org.govshare.verification;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** 校核: a doubt about records that a broker delivers. */
@ApplicationScoped
public class RaiseVerificationFunction {
    private final BrokeredCommands commands;

    RaiseVerificationFunction(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(RaiseVerification.TYPE)
    public void raise() {
        commands.take(RaiseVerification.TYPE);
    }
}
