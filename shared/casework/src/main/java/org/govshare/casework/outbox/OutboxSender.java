package org.govshare.casework.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Sends what waits in the outbox: right after a commit, and in a sweep for what a crash or a failing sink left behind. */
@ApplicationScoped
public class OutboxSender {
    private static final Logger LOG = Logger.getLogger(OutboxSender.class);
    private static final int SLICE = 64;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final long LONGEST_PAUSE_SECONDS = 300;
    private static final int KEEP_SENT_DAYS = 7;

    private final OutboxTable table;
    private final Sink sink;
    private final ExecutorService workers;
    private final AtomicBoolean wanted = new AtomicBoolean();

    OutboxSender(OutboxTable table, Sink sink, ExecutorService workers) {
        this.table = table;
        this.sink = sink;
        this.workers = workers;
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Filled filled) {
        wake();
    }

    /** Has what waits sent soon, by another thread: who asks does not wait for the sink. */
    public void wake() {
        if (sink.known() && wanted.compareAndSet(false, true)) {
            workers.execute(this::drain);
        }
    }

    @Scheduled(every = "{govshare.outbox.sweep}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        if (sink.known()) {
            drain();
            table.purge(KEEP_SENT_DAYS);
        }
    }

    /** Sends slice after slice until nothing waits; several processes may do so at once. */
    void drain() {
        wanted.set(false);
        try {
            int taken;
            do {
                taken = slice();
            } while (taken == SLICE);
        } catch (RuntimeException e) {
            LOG.warn("the outbox will be tried again by the sweep", e);
        }
    }

    private int slice() {
        UUID lease = UUID.randomUUID();
        List<OutboxMessage> messages = table.lease(lease, SLICE, LEASE);
        Map<OutboxMessage, CompletableFuture<String>> outcomes = new LinkedHashMap<>();
        messages.forEach(message -> outcomes.put(message, attempt(message)));
        List<UUID> sent = new ArrayList<>();
        outcomes.forEach((message, outcome) -> {
            String failure = outcome.join();
            if (failure.isEmpty()) {
                sent.add(message.id());
            } else {
                LOG.debugf("message %s of type %s not sent: %s", message.id(), message.type(), failure);
                table.failed(message.id(), lease, failure, pauseAfter(message.attempts()));
            }
        });
        table.sent(sent, lease);
        return messages.size();
    }

    private CompletableFuture<String> attempt(OutboxMessage message) {
        return sink.send(message)
                .thenApply(status -> status / 100 == 2 ? "" : "status " + status)
                .exceptionally(e -> "no answer");
    }

    static Duration pauseAfter(int attempts) {
        return Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(attempts, 8)));
    }
}
