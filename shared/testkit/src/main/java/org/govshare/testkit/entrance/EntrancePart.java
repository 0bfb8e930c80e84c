package org.govshare.testkit.entrance;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;

/**
 * What one module adds to the entrance matrix: a row for each of its REST routes and commands. The tests of the running
 * application find it by {@link ServiceLoader}, in the module's test-jar.
 */
public interface EntrancePart {
    /** The module's folder from the root of the project, such as {@code functions/catalog}. */
    String module();

    /** Requests with only the members that they must have: at least one row for each entrance of the module. */
    List<Row> rows();

    /** Requests with every member that they may have; bad requests are made of them too. */
    default List<Row> fullRows() {
        return List.of();
    }

    /** Says how the things are made that the module's rows name in braces. */
    default void prepare(Preparation things) {}

    /** The event type of each path that the preparation sends new cases to, such as {@code /requests}. */
    default Map<String, String> typesByPath() {
        return Map.of();
    }

    /** The parts of all modules whose test-jars are on the class path, in the order of their folders. */
    static List<EntrancePart> all() {
        return ServiceLoader.load(EntrancePart.class).stream()
                .map(Provider::get)
                .sorted(Comparator.comparing(EntrancePart::module))
                .toList();
    }
}
