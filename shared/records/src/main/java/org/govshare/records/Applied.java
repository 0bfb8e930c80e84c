package org.govshare.records;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a set of changes did.
 *
 * @param unchanged records whose content was the same already, which leave no trace in the feed
 * @param cities the cities that gained, lost or saw a change of a record
 */
public record Applied(long inserted, long updated, long deleted, long unchanged, Set<String> cities) {

    public static final Applied NOTHING = new Applied(0, 0, 0, 0, Set.of());

    public Applied {
        cities = Set.copyOf(cities);
    }

    /** Both together. */
    public Applied plus(Applied other) {
        Set<String> all = new TreeSet<>(cities);
        all.addAll(other.cities);
        return new Applied(
                inserted + other.inserted,
                updated + other.updated,
                deleted + other.deleted,
                unchanged + other.unchanged,
                all);
    }
}
