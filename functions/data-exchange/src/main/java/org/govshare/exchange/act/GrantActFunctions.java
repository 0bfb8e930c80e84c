package org.govshare.exchange.act;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** 授权后的处理: commands about grants that a broker delivers. */
@ApplicationScoped
public class GrantActFunctions {
    private final BrokeredCommands commands;

    GrantActFunctions(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(OpenGrantAct.TYPE)
    public void openGrantAct() {
        commands.take(OpenGrantAct.TYPE);
    }

    @Funq(ActOnGrantAct.TYPE)
    public void actOnGrantAct() {
        commands.take(ActOnGrantAct.TYPE);
    }
}
