package org.govshare.testkit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does something many times at once, each in a thread of its own, all beginning together. */
public final class Concurrently {

    private Concurrently() {}

    /** What came of each, in the order of their numbers from 0. */
    public static <T> List<T> run(int size, IntFunction<T> what) {
        CountDownLatch ready = new CountDownLatch(size);
        List<CompletableFuture<T>> all = IntStream.range(0, size)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> {
                            ready.countDown();
                            await(ready);
                            return what.apply(i);
                        },
                        work -> new Thread(work).start()))
                .toList();
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
