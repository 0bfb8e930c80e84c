package org.govshare.backflow;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Looks for endpoints to ping and streams to push, so that a lost notification only causes a delay. */
@ApplicationScoped
class SweepStreams {
    private static final Logger LOG = Logger.getLogger(SweepStreams.class);
    private static final int AT_ONCE = 8;

    private final Streams streams;
    private final PushSlice push;
    private final Activation activation;
    private final ExecutorService workers;

    SweepStreams(Streams streams, PushSlice push, Activation activation, ExecutorService workers) {
        this.streams = streams;
        this.push = push;
        this.activation = activation;
        this.workers = workers;
    }

    @Scheduled(every = "{govshare.backflow.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        List<UUID> pings = activation.due(AT_ONCE);
        together(pings.stream().<Runnable>map(id -> () -> activation.ping(id)).toList());
        List<StreamKey> due = streams.due(AT_ONCE);
        together(due.stream().<Runnable>map(stream -> () -> push.run(stream)).toList());
    }

    /** A slow receiver does not delay the others of this sweep. */
    private void together(List<Runnable> work) {
        CompletableFuture.allOf(work.stream()
                        .map(one -> CompletableFuture.runAsync(one, workers).exceptionally(SweepStreams::tell))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    /** A failure of one city's endpoint must not keep the others from their data. */
    private static Void tell(Throwable failure) {
        LOG.error("one of a sweep's tasks failed; the others go on", failure);
        return null;
    }
}
