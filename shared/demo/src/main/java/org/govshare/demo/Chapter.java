package org.govshare.demo;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;

/**
 * The part of the demo's story that shows one function. It uses HTTP and the stage alone, as somebody outside would, and is
 * found by {@link ServiceLoader}.
 */
public interface Chapter {
    /** Where it comes in the story; what belongs to one heading has the same tens. */
    int order();

    /** Its heading without the number; empty if it goes on under the heading of the chapter before. */
    Optional<String> title();

    /**
     * Plays it.
     *
     * @throws Unmet at the first expectation that does not hold
     */
    void play(Stage stage);

    /** The chapters of all functions on the class path, in the order of the story. */
    static List<Chapter> all() {
        return ServiceLoader.load(Chapter.class).stream()
                .map(Provider::get)
                .sorted(Comparator.comparingInt(Chapter::order))
                .toList();
    }
}
