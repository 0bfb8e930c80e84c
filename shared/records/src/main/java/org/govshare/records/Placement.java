package org.govshare.records;

import org.govshare.registry.CityOf;

/**
 * Where records with a region code lie that is not in force on the day, or that falls to no city.
 *
 * @param rows how many of what came in bear the code, deletions not counted
 */
public record Placement(CityOf cityOf, long rows) {

    Placement plus(Placement other) {
        return new Placement(cityOf, rows + other.rows);
    }
}
