package org.govshare.records;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.govshare.registry.CityOf;

/**
 * The effect of a set of changes.
 *
 * @param unchanged records whose content was the same already, which are not in the feed
 * @param cities the cities in which a record was added, removed or changed
 * @param placements one for each region code that is not in force or belongs to no city; unchanged records count too
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

    /** The number of rows by region code, in the order of codes, that belong to no city and so flow back to nobody. */
    public Map<String, Placement> withoutCity() {
        return where(placement -> placement.cityOf().city().isEmpty());
    }

    /** The number of rows by region code whose city was found in this way, not by a region in force. */
    public Map<String, Placement> placedBy(CityOf.Way way) {
        return where(placement ->
                placement.cityOf().city().isPresent() && placement.cityOf().way() == way);
    }

    private Map<String, Placement> where(Predicate<Placement> wanted) {
        Map<String, Placement> found = new TreeMap<>(placements);
        found.values().removeIf(wanted.negate());
        return found;
    }

    /** The sum of both. */
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
