package org.govshare.platform.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Token buckets by key. Only the most recently used ones are kept; a bucket that was dropped is full again. */
@RegisterForReflection(
        classNames = {"com.github.benmanes.caffeine.cache.SSMS", "com.github.benmanes.caffeine.cache.PSMS"})
final class Buckets {
    private static final int MOST = 20_000;

    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final int rate;
    private final int burst;

    /**
     * @param rate tokens a second; 0 for no limit
     * @param burst tokens of a full bucket
     */
    Buckets(int rate, int burst) {
        this.rate = rate;
        this.burst = Math.max(burst, rate);
    }

    /** Takes a token. If there is none, returns how long until there is one, rounded up to seconds. */
    Optional<Duration> take(String key) {
        if (rate <= 0) {
            return Optional.empty();
        }
        ConsumptionProbe probe = buckets.get(key, unused -> full()).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusSeconds(1)
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    /** Takes tokens even if there are not enough; until the debt is paid, no token can be taken. */
    void owe(String key, int tokens) {
        if (rate > 0 && tokens > 0) {
            buckets.get(key, unused -> full()).consumeIgnoringRateLimits(tokens);
        }
    }

    private Bucket full() {
        Bandwidth limit = Bandwidth.builder()
                .capacity(burst)
                .refillGreedy(rate, Duration.ofSeconds(1))
                .build();
        return Bucket.builder().addLimit(limit).build();
    }
}
