package org.govshare.records;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.govshare.registry.CityOf;

/**
 * What a set of changes did.
 *
 * @param unchanged records whose content was the same already, which leave no trace in the feed
 * @param cities the cities that gained, lost or saw a change of a record
 * @param placements by region code, for each that is not in force or falls to no city, of unchanged records too
 */
public record Applied(
        long inserted,
        long updated,
        long deleted,
        long unchanged,
        Set<String> cities,
        Map<String, Placement> placements) {

    public static final Applied NOTHING = new Applied(0, 0, 0, 0, Set.of(), Map.of());

    public Applied {
        cities = Set.copyOf(cities);
        placements = Collections.unmodifiableMap(new TreeMap<>(placements));
    }

    /** Rows by region code, in the order of codes, that lie in no city and so flow back to none. */
    public Map<String, Placement> withoutCity() {
        return where(placement -> placement.cityOf().city().isEmpty());
    }

    /** Rows by region code that lie in a city, but not by a region in force: it was looked for in this way. */
    public Map<String, Placement> placedBy(CityOf.Way way) {
        return where(placement ->
                placement.cityOf().city().isPresent() && placement.cityOf().way() == way);
    }

    private Map<String, Placement> where(Predicate<Placement> wanted) {
        Map<String, Placement> found = new TreeMap<>(placements);
        found.values().removeIf(wanted.negate());
        return found;
    }

    /** Both together. */
    public Applied plus(Applied other) {
        Set<String> all = new TreeSet<>(cities);
        all.addAll(other.cities);
        Map<String, Placement> placed = new TreeMap<>(placements);
        other.placements.forEach((code, placement) -> placed.merge(code, placement, Placement::plus));
        return new Applied(
                inserted + other.inserted,
                updated + other.updated,
                deleted + other.deleted,
                unchanged + other.unchanged,
                all,
                placed);
    }
}
