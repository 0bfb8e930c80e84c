package org.govshare.supervision;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** Acts of organs, and acts upon them, that a broker delivers. */
@ApplicationScoped
public class OrganActFunctions {
    private final BrokeredCommands commands;

    OrganActFunctions(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(GiveOrganAct.GIVEN)
    public void give() {
        commands.take(GiveOrganAct.GIVEN);
    }

    @Funq(ActOnOrganAct.ACTED)
    public void act() {
        commands.take(ActOnOrganAct.ACTED);
    }

    @Funq(EarlierTypes.CORRECTION_ORDERED)
    public void order() {
        commands.take(EarlierTypes.CORRECTION_ORDERED);
    }

    @Funq(EarlierTypes.CIRCULAR_ISSUED)
    public void issue() {
        commands.take(EarlierTypes.CIRCULAR_ISSUED);
    }

    @Funq(EarlierTypes.BAR_IMPOSED)
    public void bar() {
        commands.take(EarlierTypes.BAR_IMPOSED);
    }

    @Funq(EarlierTypes.CORRECTION_ACTED)
    public void actOnCorrection() {
        commands.take(EarlierTypes.CORRECTION_ACTED);
    }

    @Funq(EarlierTypes.BAR_ACTED)
    public void actOnBar() {
        commands.take(EarlierTypes.BAR_ACTED);
    }
}
