package org.govshare.backflow;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.BrokeredCommands;

/** 回流: a city's registration of an endpoint that a broker delivers; the next sweep pings the endpoint. */
@ApplicationScoped
public class RegisterEndpointFunction {
    private final BrokeredCommands commands;

    RegisterEndpointFunction(BrokeredCommands commands) {
        this.commands = commands;
    }

    @Funq(RegisterEndpoint.TYPE)
    public void register() {
        commands.take(RegisterEndpoint.TYPE);
    }
}
