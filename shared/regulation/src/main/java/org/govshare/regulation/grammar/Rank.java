package org.govshare.regulation.grammar;

/** Standing of a text of law, the highest first. */
public enum Rank {
    NATIONAL_REGULATION,
    NATIONAL_MEASURES,
    PROVINCIAL_REGULATION,
    PROVINCIAL_MEASURES,
    CITY_REGULATION,
    CITY_MEASURES;

    /** 0 for the nation, 1 for a province, 2 for a city. */
    public int level() {
        return ordinal() / 2;
    }
}
