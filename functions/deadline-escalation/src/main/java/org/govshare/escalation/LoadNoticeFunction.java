package org.govshare.escalation;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.casework.calendar.LoadNotice;
import org.govshare.commands.BrokeredCommands;

/** 历法: a holiday notice that a broker delivers; here, because its recount runs here. */
@ApplicationScoped
public class LoadNoticeFunction {
    private final BrokeredCommands commands;

    LoadNoticeFunction(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(LoadNotice.TYPE)
    public void load() {
        commands.take(LoadNotice.TYPE);
    }
}
