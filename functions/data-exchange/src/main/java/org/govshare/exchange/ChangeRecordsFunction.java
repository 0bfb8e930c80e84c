package org.govshare.exchange;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** 归集: changed records that a broker delivers. */
@ApplicationScoped
public class ChangeRecordsFunction {
    private final BrokeredCommands commands;

    ChangeRecordsFunction(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(ChangeRecords.TYPE)
    public void change() {
        commands.take(ChangeRecords.TYPE);
    }
}
