package org.govshare.records;

import org.govshare.registry.CityOf;

/**
 * Where the records of a region code lie if the code is not in force on the day, or falls to no city.
 *
 * @param rows how many of what came in bear the code, deletions not counted
 */
public record Placement(CityOf cityOf, long rows) {

    Placement plus(Placement other) {
        return new Placement(cityOf, rows + other.rows);
    }
}
