package org.govshare.registry;

import java.util.Locale;
import java.util.Optional;
import org.govshare.regulation.document.Text;

/**
 * The city that a region code falls to on a day.
 *
 * @param city empty where the code falls to no city
 */
public record CityOf(Optional<String> city, Way way) {

    /** Reads the answer of the SQL function {@code region_city}, which alone has the rule: a city or null, and a way. */
    public static CityOf of(String city, String way) {
        return new CityOf(Optional.ofNullable(city), Way.valueOf(way.toUpperCase(Locale.ROOT)));
    }

    /** How the city was looked up. */
    public enum Way {
        /** The region is in force on the day. */
        LISTED("是省级区划，或者上级没有现行的市", "is a province, or has no city in force above it"),
        /** The region has ended; the registry names who took it over, or nobody. */
        SUCCESSOR("已撤销，登记的承接区划不通向现行的市", "has ended, and the registry names no successor that leads to a city"),
        /** The table lacks the code on the day: its first four digits count. */
        PREFIX("不在区划表中，前四位也不是现行的市", "is not in the region table, and its first four digits name no city");

        private final Text whyNone;

        Way(String zh, String en) {
            this.whyNone = new Text(zh, en);
        }

        /** Why a region code that was looked up in this way falls to no city. */
        public Text whyNone() {
            return whyNone;
        }
    }
}
