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

    private final RecountClocks recount;
    private final EscalateDue escalate;
    private final OutboxSender outbox;

    TickFunction(RecountClocks recount, EscalateDue escalate, OutboxSender outbox) {
        this.recount = recount;
        this.escalate = escalate;
        this.outbox = outbox;
    }

    /** Counts one slice again where the calendar changed, then fires one of what is due; each asks for more by itself. */
    @Funq(TYPE)
    public void tick() {
        recount.slice();
        escalate.slice();
        outbox.wake();
    }

    @Scheduled(every = "{govshare.escalation.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void scheduled() {
        recount.slice();
        escalate.slice();
    }
}
