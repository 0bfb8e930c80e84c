package org.govshare.escalation;

import io.quarkus.funqy.Funq;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.govshare.commands.outbox.OutboxSender;

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

    @Funq(TYPE)
    public void tick() {
        try {
            slices();
        } finally {
            outbox.wake();
        }
    }

    @Scheduled(every = "{govshare.escalation.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void scheduled() {
        slices();
    }

    /**
     * Counts one slice again where the calendar changed, so that nothing fires that has moved, then fires one of what is
     * due, even where counting failed; each asks for more by itself.
     */
    private void slices() {
        try {
            recount.slice();
        } finally {
            escalate.slice();
        }
    }
}
