package org.govshare.commands;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.govshare.platform.event.BrokeredEvent;
import org.govshare.platform.event.EventIn;
import org.govshare.platform.identity.ActorTokens;
import org.govshare.platform.identity.ActorVerdict;
import org.govshare.platform.rate.SenderRate;

/**
 * A command's function calls this when a broker delivers the command. It reads the event from the request as {@code
 * /events} does, because Funqy checks no envelope. Every final outcome ends normally, so that the broker does not
 * deliver the command again. A passing fault is thrown, so that the broker does.
 */
@ApplicationScoped
public class BrokeredCommands {
    /** Counts deliveries by event type and outcome. */
    public static final String METRIC = "govshare.brokered.commands";

    private final CurrentVertxRequest current;
    private final ActorTokens actors;
    private final CommandPath path;
    private final CommandOutcomes outcomes;
    private final SenderRate rate;
    private final MeterRegistry meters;

    BrokeredCommands(
            CurrentVertxRequest current,
            ActorTokens actors,
            CommandPath path,
            CommandOutcomes outcomes,
            SenderRate rate,
            MeterRegistry meters) {
        this.current = current;
        this.actors = actors;
        this.path = path;
        this.outcomes = outcomes;
        this.rate = rate;
        this.meters = meters;
    }

    /**
     * Runs the command of the current request down the command path and sends its outcome as an event.
     *
     * @param type the type that the calling function takes; an event of another is malformed
     * @throws org.govshare.platform.rate.RateExceeded when the sender is beyond its rate; its id stays free
     */
    public void take(String type) {
        BrokeredEvent event = read();
        if (!type.equals(event.command().type())) {
            count(type, "malformed");
            return;
        }
        ActorVerdict verdict = actors.verify(event);
        if (verdict instanceof ActorVerdict.Trusted trusted) {
            rate.take(trusted.caller());
            run(trusted, event);
        } else if (verdict instanceof ActorVerdict.Declined declined) {
            rate.take(declined.sender());
            outcomes.declined(event.command(), declined);
            count(type, name(declined.reason()));
        } else {
            count(type, name(((ActorVerdict.Refused) verdict).reason()));
        }
    }

    private void run(ActorVerdict.Trusted sender, BrokeredEvent event) {
        CommandResult result =
                path.run(sender.caller(), List.of(event.command()), outcomes).get(0);
        count(event.command().type(), result instanceof CommandResult.Accepted ? "accepted" : "refused");
    }

    /** The event as the gate read it; a malformed one never gets here. */
    private BrokeredEvent read() {
        EventIn event = current.getCurrent().get(EventIn.KEY);
        return new BrokeredEvent(
                event.command(), Optional.ofNullable(event.attributes().get(BrokeredEvent.ACTOR)));
    }

    private void count(String type, String outcome) {
        meters.counter(METRIC, "type", type, "outcome", outcome).increment();
    }

    private static String name(ActorVerdict.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
