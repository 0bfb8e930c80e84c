package org.govshare.regulation.grammar;

/** Containment of administrative regions by their GB/T 2260 codes: two digits each for province, city, county. */
public final class Regions {
    private Regions() {}

    /** Whether one region is the other or lies in it; {@code 000000} covers all. */
    public static boolean covers(String region, String place) {
        return place.startsWith(prefix(region));
    }

    private static String prefix(String region) {
        var end = region.length();
        while (end >= 2 && region.startsWith("00", end - 2)) {
            end -= 2;
        }
        return region.substring(0, end);
    }
}
