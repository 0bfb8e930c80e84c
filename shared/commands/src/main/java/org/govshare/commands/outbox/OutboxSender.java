package org.govshare.commands.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Sends the messages that wait in the outbox: right after a commit, and in a sweep for messages that a crash or a
 * failing sink left behind. One thread of a process sends, however many ask for it, with a bounded number of messages
 * in progress.
 */
@ApplicationScoped
public class OutboxSender {
    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final int KEEP_SENT_DAYS = 7;

    private final OutboxTable table;
    private final Sink sink;
    private final ExecutorService workers;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final AtomicBoolean sending = new AtomicBoolean();

    OutboxSender(OutboxTable table, Sink sink, ExecutorService workers) {
        this.table = table;
        this.sink = sink;
        this.workers = workers;
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        wake();
    }

    /** Lets another thread send the waiting messages soon, so that the caller does not wait for the sink. */
    public void wake() {
        if (!sink.known()) {
            return;
        }
        wanted.set(true);
        if (sending.compareAndSet(false, true)) {
            workers.execute(this::send);
        }
    }

    @Scheduled(every = "{govshare.outbox.sweep}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        wake();
    }

    @Scheduled(every = "{govshare.outbox.purge}", concurrentExecution = ConcurrentExecution.SKIP)
    void purge() {
        int removed;
        do {
            removed = table.purge(KEEP_SENT_DAYS);
        } while (removed == OutboxTable.PURGED);
    }

    private void send() {
        try {
            new SendingWindow(table, sink, wanted).empty();
        } catch (RuntimeException e) {
            wanted.set(false);
            LOG.warn("the outbox will be tried again by the sweep", e);
        } finally {
            sending.set(false);
        }
        if (wanted.get()) {
            wake();
        }
    }
}
