package org.govshare.records;

import org.govshare.registry.CityOf;

/**
 * The city of a region code that is not in force on the day, or belongs to no city.
 *
 * @param rows how many of the incoming rows have the code, without deletions
 */
public record Placement(CityOf cityOf, long rows) {

    Placement plus(Placement other) {
        return new Placement(cityOf, rows + other.rows);
    }
}
