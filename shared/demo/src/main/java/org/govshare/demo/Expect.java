package org.govshare.demo;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Checks what the story claims, and counts what held; the first claim that does not hold ends the demo. */
public final class Expect {
    private static final long PAUSE_MILLIS = 20;

    private int held;

    public void equal(String what, Object expected, Object came) {
        if (!Objects.equals(expected, came)) {
            throw new Unmet(what + ": expected " + expected + ", came " + came);
        }
        held++;
    }

    /** Waits in wall time until it is so; {@code came} says what there was in the end. */
    public void eventually(String what, Duration patience, BooleanSupplier so, Supplier<?> came) {
        present(what, patience, () -> so.getAsBoolean() ? Optional.of(true) : Optional.empty(), came);
    }

    /** Waits in wall time until there is a value. */
    public <T> T present(String what, Duration patience, Supplier<Optional<T>> value, Supplier<?> came) {
        long end = System.nanoTime() + patience.toNanos();
        for (Optional<T> now = value.get(); ; now = value.get()) {
            if (now.isPresent()) {
                held++;
                return now.get();
            }
            if (System.nanoTime() > end) {
                throw new Unmet(what + ": expected within " + patience.toSeconds() + " s, came " + came.get());
            }
            pause();
        }
    }

    public int held() {
        return held;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmet("the demo was interrupted");
        }
    }
}
