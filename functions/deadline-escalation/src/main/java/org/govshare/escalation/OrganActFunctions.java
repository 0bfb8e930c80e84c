package org.govshare.escalation;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.casework.command.BrokeredCommands;

/** 责令改正, 通报批评, 取消申报资格: organs' commands, and acts upon them, that a broker delivers. */
@ApplicationScoped
public class OrganActFunctions {
    private final BrokeredCommands commands;

    OrganActFunctions(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(GiveOrganAct.ORDERED)
    public void order() {
        commands.take(GiveOrganAct.ORDERED);
    }

    @Funq(GiveOrganAct.ISSUED)
    public void issue() {
        commands.take(GiveOrganAct.ISSUED);
    }

    @Funq(GiveOrganAct.BARRED)
    public void bar() {
        commands.take(GiveOrganAct.BARRED);
    }

    @Funq(ActOnOrganAct.CORRECTION_ACTED)
    public void actOnCorrection() {
        commands.take(ActOnOrganAct.CORRECTION_ACTED);
    }

    @Funq(ActOnOrganAct.BAR_ACTED)
    public void actOnBar() {
        commands.take(ActOnOrganAct.BAR_ACTED);
    }
}
