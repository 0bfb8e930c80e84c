package org.govshare.commands.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The messages in progress to the sink, at most {@link #MOST} at once. Each is noted when it ends, so that one that
 * hangs blocks only its own slot. One thread uses this class.
 */
final class SendingWindow {
    static final int MOST = 2 * OutboxTable.SLICE;
    private static final Duration GATHER = Duration.ofMillis(50);

    private final OutboxTable table;
    private final Sink sink;
    private final AtomicBoolean wanted;
    private final UUID lease = UUID.randomUUID();
    private final BlockingQueue<Sending> ended = new LinkedBlockingQueue<>();
    private int underWay;

    /** @param wanted a flag by which other threads report that there is more to send */
    SendingWindow(OutboxTable table, Sink sink, AtomicBoolean wanted) {
        this.table = table;
        this.sink = sink;
        this.wanted = wanted;
    }

    /** Sends until no message waits and none is in progress. */
    void empty() {
        boolean more = false;
        do {
            more |= wanted.getAndSet(false);
            if (more && underWay + OutboxTable.SLICE <= MOST) {
                more = fill() == OutboxTable.SLICE;
            }
            note(more ? gathered(underWay) : gathered(MOST));
        } while (more || underWay > 0 || wanted.get());
    }

    private int fill() {
        List<OutboxMessage> messages = table.lease(lease);
        underWay += messages.size();
        messages.forEach(message -> sink.send(message)
                .onComplete(sent -> ended.add(
                        sent.succeeded() ? Sending.answered(message, sent.result()) : Sending.lost(message))));
        return messages.size();
    }

    /**
     * The finished messages, as soon as there are enough or a moment has passed. Noting many at once is cheap, and so
     * is leasing what others have committed meanwhile.
     */
    private List<Sending> gathered(int most) {
        List<Sending> gathered = new ArrayList<>();
        long end = System.nanoTime() + GATHER.toNanos();
        try {
            while (gathered.size() < most) {
                Sending next = ended.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return gathered;
                }
                gathered.add(next);
            }
            return gathered;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "the process ends; messages in progress will be sent again after their lease", e);
        }
    }

    private void note(List<Sending> gathered) {
        underWay -= gathered.size();
        if (!gathered.isEmpty()) {
            table.note(gathered, lease);
        }
    }
}
