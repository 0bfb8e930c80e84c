package org.govshare.registry.load;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Finds a chain of successors that leads back to its beginning and so has no end. */
final class Circle {

    private Circle() {}

    /**
     * @param next returns the successor of a code; null if there is none
     * @return the codes up to the first that is repeated, separated by arrows
     */
    static Optional<String> from(String code, UnaryOperator<String> next) {
        Set<String> met = new LinkedHashSet<>();
        for (String at = code; at != null; at = next.apply(at)) {
            if (!met.add(at)) {
                return Optional.of(String.join(" → ", met) + " → " + at);
            }
        }
        return Optional.empty();
    }
}
