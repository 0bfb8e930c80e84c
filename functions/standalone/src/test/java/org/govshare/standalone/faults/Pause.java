package org.govshare.standalone.faults;

import java.util.concurrent.TimeUnit;

/** Waiting that an interrupt ends, as the end of the run does. */
final class Pause {
    private Pause() {}

    static void millis(long length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
