package org.govshare.registry;

import java.util.Locale;
import java.util.Optional;
import org.govshare.regulation.document.Text;

/**
 * The city to which a region code belongs on a day.
 *
 * @param city empty if the code belongs to no city
 */
public record CityOf(Optional<String> city, Way way) {

    /**
     * Reads the answer of the SQL function {@code region_city}, which alone has the rule: a city or null, and how it
     * was found.
     */
    public static CityOf of(String city, String way) {
        return new CityOf(Optional.ofNullable(city), Way.valueOf(way.toUpperCase(Locale.ROOT)));
    }

    /** How the city was found. */
    public enum Way {
        /** The region is in force on the day. */
        LISTED(RegistryMessages.NO_CITY_ABOVE),
        /** The region has ended; the city is that of its successor, if the registry names one. */
        SUCCESSOR(RegistryMessages.NO_SUCCESSOR_WITH_CITY),
        /** The table does not have the code on the day; the first four digits decide. */
        PREFIX(RegistryMessages.NO_CITY_OF_PREFIX);

        private final Text whyNone;

        Way(Text whyNone) {
            this.whyNone = whyNone;
        }

        /** Why a region code that was looked up in this way belongs to no city. */
        public Text whyNone() {
            return whyNone;
        }
    }
}
