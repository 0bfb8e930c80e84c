package org.govshare.platform.problem;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A query parameter that may be left out, read strictly: one that means nothing is refused, not ignored. */
public final class QueryValue {

    private QueryValue() {}

    /**
     * @param violations gets one where the parameter cannot be read, named by the parameter
     * @param given the parameter as it came, or null when it was left out
     * @param reading gives nothing for what cannot be read
     */
    public static <T> Optional<T> of(
            List<Violation> violations,
            String name,
            String given,
            Function<String, Optional<T>> reading,
            String zh,
            String en) {
        if (given == null) {
            return Optional.empty();
        }
        Optional<T> value = reading.apply(given);
        if (value.isEmpty()) {
            violations.add(Violation.invalid(name, zh, en));
        }
        return value;
    }
}
