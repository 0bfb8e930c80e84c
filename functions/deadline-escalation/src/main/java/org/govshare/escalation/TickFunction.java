package org.govshare.escalation;

import io.quarkus.funqy.Funq;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.casework.outbox.OutboxSender;

/** 督办: a tick from a PingSource, or from the scheduler in one process; a lost one costs nothing. */
@ApplicationScoped
public class TickFunction {
    public static final String TYPE = "org.govshare.escalation.tick.v1";

    private final EscalateDue escalate;
    private final OutboxSender outbox;

    TickFunction(EscalateDue escalate, OutboxSender outbox) {
        this.escalate = escalate;
        this.outbox = outbox;
    }

    /** Fires one slice of what is due; if more remains the slice itself asks for another tick. */
    @Funq(TYPE)
    public void tick() {
        escalate.slice();
        outbox.drain();
    }

    @Scheduled(every = "{govshare.escalation.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void scheduled() {
        escalate.slice();
    }
}
