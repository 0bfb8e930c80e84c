package org.govshare.registry;

import java.util.Locale;

/** The level of a region, which the zeros at the end of its code show (GB/T 2260). */
public enum RegionLevel {
    NATION,
    PROVINCE,
    CITY,
    COUNTY;

    /** The word in the CSV files and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The level of this word; throws for any other word. */
    public static RegionLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The level of a region of this six-digit code. */
    public static RegionLevel ofRegion(String regionCode) {
        if (regionCode.equals(Region.NATION)) {
            return NATION;
        }
        if (regionCode.endsWith("0000")) {
            return PROVINCE;
        }
        return regionCode.endsWith("00") ? CITY : COUNTY;
    }
}
