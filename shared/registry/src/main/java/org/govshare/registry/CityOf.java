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
        LISTED(RegistryMessages.NO_CITY_ABOVE),
        /** The region has ended; the registry names who took it over, or nobody. */
        SUCCESSOR(RegistryMessages.NO_SUCCESSOR_WITH_CITY),
        /** The table lacks the code on the day: its first four digits count. */
        PREFIX(RegistryMessages.NO_CITY_OF_PREFIX);

        private final Text whyNone;

        Way(Text whyNone) {
            this.whyNone = whyNone;
        }

        /** Why a region code that was looked up in this way falls to no city. */
        public Text whyNone() {
            return whyNone;
        }
    }
}
